package topfive.standalone.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import topfive.processor.PastDays;
import topfive.processor.Pipeline;
import topfive.processor.choose.EditionOfDay;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadDays;

/**
 * Past days as they would have been by the pipeline in hand, beside what was published.
 *
 * @param days the earliest first
 * @param leftOut days of the range that no fence closes, as far as the documents are kept
 */
public record Replay(List<Difference> days, List<LocalDate> leftOut) {
    public Replay {
        days = List.copyOf(days);
        leftOut = List.copyOf(leftOut);
    }

    /** Reads, and writes nothing. */
    public static Replay of(Broker broker, Pipeline pipeline, PastDays.Range range, LongConsumer progress) {
        var published = Published.of(broker);
        var days = new ArrayList<Difference>();
        again(broker, pipeline, published, range, progress, made -> days.add(Difference.between(published, made)));
        var made = days.stream().map(Difference::day).collect(Collectors.toSet());
        return new Replay(days, range.days().filter(day -> !made.contains(day)).toList());
    }

    /** @return since when the documents are all here, see {@link ReadDays#completeSince} */
    static Optional<Instant> again(
            Broker broker,
            Pipeline pipeline,
            Published published,
            PastDays.Range range,
            LongConsumer progress,
            Consumer<EditionOfDay> days) {
        var told = published.told(range, pipeline.reader().encoder());
        try (var read = ReadDays.of(broker)) {
            read.into(new PastDays(pipeline, range, read.partitions(), told, published.revisions(), days), progress);
            return read.completeSince();
        }
    }

    /** A day that is open, as it stands. Reads, and writes nothing. */
    public static EditionOfDay open(Broker broker, Pipeline pipeline, LocalDate day) {
        var published = Published.of(broker);
        var yesterday = day.minusDays(1);
        var range = new PastDays.Range(published.of(yesterday).isPresent() ? day : yesterday, day);
        var told = published.told(range, pipeline.reader().encoder());
        try (var read = ReadDays.of(broker)) {
            var past = new PastDays(pipeline, range, read.partitions(), told, published.revisions(), made -> {});
            read.into(past, records -> {});
            return past.open(day);
        }
    }

    /** That of one day alone. */
    public static Replay of(Difference day) {
        return new Replay(List.of(day), List.of());
    }

    /** How many editions, and how many entries moved in which way. */
    public Summary summary() {
        return Summary.of(days);
    }
}
