package topfive.processor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.processor.choose.EarlierRevision;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.choose.Told;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;

/**
 * Past days once more, by the same functions as {@link InsightTopology} and without Kafka: what stands in the partitions of the documents
 * goes in, the FINAL edition of each day that its fences close comes out. Nothing is written.
 *
 * <p>What stands behind a fence in its partition is late, so the order within a partition counts. Whoever reads waits in each partition at
 * its fences: {@link #take} says where, {@link #goOn} where to go on.
 *
 * <p>Not for use by several threads.
 */
public final class PastDays {
    private final Pipeline pipeline;
    private final Range range;
    private final int partitions;
    private final Map<LocalDate, EarlierRevision> published;
    private final Consumer<EditionOfDay> editions;
    private final Earlier earlier;
    private final Cells cells;
    private final ReadInTime inTime = new ReadInTime();
    private final Map<Integer, LocalDate> newest = new HashMap<>();
    private final Set<Integer> waiting = new TreeSet<>();
    private final TreeSet<LocalDate> open = new TreeSet<>();
    private LocalDate closed = LocalDate.MIN;

    /** Both days inclusive. */
    public record Range(LocalDate from, LocalDate to) {
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        public Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }
    }

    /**
     * @param told by the editions that are known, at least by the seven before the range; those made here take their place
     * @param published the editions that are known: a day that is made again has their number, time and ids, so that only what is
     *     different differs
     * @param editions gets each edition of the range, the earliest first
     */
    public PastDays(
            Pipeline pipeline,
            Range range,
            int partitions,
            Collection<Told> told,
            Map<LocalDate, EarlierRevision> published,
            Consumer<EditionOfDay> editions) {
        this.pipeline = pipeline;
        this.range = range;
        this.partitions = partitions;
        this.published = Map.copyOf(published);
        this.editions = editions;
        this.earlier = new Earlier(told);
        this.cells = new Cells(pipeline.desk().rules());
    }

    /**
     * The day whose documents are the first that are needed to make this one: what is said on a day is old on the eight after it, and what
     * was kept when the day before was closed reaches one day further.
     */
    public static LocalDate reachesBackTo(LocalDate day) {
        return day.minusDays(MergeIntoClusters.KEPT_DAYS + 1L);
    }

    /** @return true where it is a fence: nothing more of this partition may be taken until {@link #goOn} names it */
    public boolean take(int partition, byte[] value) {
        try {
            var closedHere = newest.get(partition);
            var from = ReadDocuments.decode(value, partition);
            if (from instanceof Fence fence) {
                if (closedHere != null && !fence.day().isAfter(closedHere)) {
                    return false;
                }
                newest.put(partition, fence.day());
                waiting.add(partition);
                return true;
            }
            place(read((Document) from, closedHere).readBy(pipeline.desk().encoderId()));
        } catch (RuntimeException | StackOverflowError e) {
            // it is a dead letter already: what could not be processed then is in no edition now
            return false;
        }
        return false;
    }

    /**
     * To be called when every partition waits or has come to its end: closes the day that all have come to, or come past.
     *
     * @return the partitions that go on; none where no more day of the range can be closed
     */
    public Set<Integer> goOn() {
        if (waiting.size() < partitions) {
            return Set.of();
        }
        var earliest = newest.values().stream().min(LocalDate::compareTo).orElseThrow();
        var there = newest.keySet().stream()
                .filter(partition -> newest.get(partition).equals(earliest))
                .collect(Collectors.toSet());
        close(earliest);
        waiting.removeAll(there);
        return closed.isBefore(range.to()) ? there : Set.of();
    }

    /** How a day of the range stands that is not closed. */
    public EditionOfDay open(LocalDate day) {
        var yesterday = day.minusDays(1);
        var before = open.contains(yesterday) && range.holds(yesterday)
                ? earlier.before(
                        day,
                        compose(yesterday, Edition.Status.OPEN, 0, earlier.before(yesterday))
                                .told())
                : earlier.before(day);
        return compose(day, Edition.Status.OPEN, 1, before);
    }

    /** Days before the range take part by their words, all others only by what they repeat and replace: comparing is what costs. */
    private Reading read(Document document, LocalDate closedHere) {
        var reader = pipeline.reader();
        var day = reader.day(document, closedHere);
        if (range.holds(day)) {
            return Sizes.checked(inTime.read(reader, document, closedHere));
        }
        var before = day.isBefore(range.from()) && !day.isBefore(range.from().minusDays(MergeIntoClusters.KEPT_DAYS));
        return Sizes.checked(before ? reader.words(document, closedHere) : reader.outline(document, closedHere));
    }

    private void place(Reading reading) {
        cells.textsOf(reading.documentId()).forEach(text -> touched(text.day()));
        cells.place(reading).texts().forEach(text -> touched(text.day()));
    }

    private void touched(LocalDate day) {
        if (day.isAfter(closed)) {
            open.add(day);
        }
    }

    /** Every open day up to this one, the earliest first. */
    private void close(LocalDate upTo) {
        open.add(upTo);
        for (var day : new TreeSet<>(open.headSet(upTo, true))) {
            open.remove(day);
            if (range.holds(day)) {
                var made = last(day);
                earlier.put(made.told());
                editions.accept(made);
            }
        }
        closed = upTo;
        MergeIntoClusters.forgetOld(cells, upTo);
    }

    private EditionOfDay last(LocalDate day) {
        var was = published.get(day);
        var before = earlier.before(day);
        return was == null
                ? compose(day, Edition.Status.FINAL, 1, before)
                : was.numbered(
                        EditionOfDay.of(pipeline.desk(), day, Edition.Status.FINAL, 1, was.named(said(day)), before));
    }

    private EditionOfDay compose(LocalDate day, Edition.Status status, int revision, Collection<Told> before) {
        return EditionOfDay.of(pipeline.desk(), day, status, revision, said(day), before);
    }

    private List<CellDay> said(LocalDate day) {
        return cells.summaries(day, pipeline.desk().days().closesAt(day)).stream()
                .map(MergeIntoClusters::fitting)
                .toList();
    }
}
