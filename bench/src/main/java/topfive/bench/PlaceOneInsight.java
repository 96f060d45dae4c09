package topfive.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.contract.Source;
import topfive.contract.Span;
import topfive.processor.merge.Cell;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/**
 * Budget: placing one insight among 10,000 of the day takes at most 2 ms. A day does not shrink: each iteration places some more, so that
 * "10,000" ends at 11,000 and "1,000" at 2,000. The summary is apart, because the topology makes it at most once a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class PlaceOneInsight {
    private static final int BATCH = 100;
    private static final int SPARE = 1_000;
    private static final LocalDate DAY = LocalDate.parse("2026-10-14");
    private static final Instant MORNING = Instant.parse("2026-10-14T06:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-10-15T00:30:00Z");

    @Param({"1000", "10000"})
    public int insights;

    private Cell cell;
    private List<String> texts;
    private List<Vector> vectors;
    private int next;

    @Setup
    public void fillTheDay() throws IOException {
        cell = new Cell("en", Rules.CURRENT);
        texts = Claims.first(insights + SPARE);
        vectors = Encoded.of(texts);
        while (next < insights) {
            placeNext();
        }
        cell.summary(DAY, CLOSES);
    }

    /** The budget is processor time; the clock on the wall says something else on a busy machine. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Processor {
        public double milliseconds;
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void place(Processor processor) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < BATCH; i++) {
            placeNext();
        }
        processor.milliseconds = (threads.getCurrentThreadCpuTime() - before) / 1e6 / BATCH;
    }

    @Benchmark
    public CellDay placeAndSummarise(Processor processor) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        placeNext();
        var day = cell.summary(DAY, CLOSES);
        processor.milliseconds = (threads.getCurrentThreadCpuTime() - before) / 1e6;
        return day;
    }

    private void placeNext() {
        cell.place(reading(next, texts.get(next), vectors.get(next)));
        next++;
    }

    private static Reading reading(int number, String text, Vector vector) {
        var owner = "owner" + number % 400 + ".example";
        var source = new Source(owner, owner, "feed", owner, "https://" + owner + "/feed.xml");
        var document = Ids.document(owner, "" + number);
        var hash = Ids.contentHash(List.of(text));
        var at = MORNING.plusSeconds(number);
        var insight = new Insight(
                1,
                Ids.insight(document, hash, 0, 0, text.length()),
                document,
                hash,
                source,
                "A title",
                null,
                null,
                at,
                at,
                DAY,
                "en",
                text,
                List.of(new Span(0, 0, text.length())),
                new Insight.Context("", ""),
                null,
                null,
                List.of(),
                List.of(),
                new Insight.Quality(600, Map.of("reasoning", 600)),
                "all-minilm-l6-v2-q/1");
        return new Reading(document, hash, owner, at, DAY, "en", null, false, List.of(new Claim(insight, at, vector, Words.NONE)));
    }
}
