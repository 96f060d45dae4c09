package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.processor.encode.LexicalEncoder;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;

/** The last stage by itself. */
class ChooseTheFiveTest {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final LocalDate DAY = Sample.DAY;
    private static final LocalDate NEXT = DAY.plusDays(1);
    /** Nobody can say when it closes. */
    private static final LocalDate NEVER = LocalDate.MAX;

    private final Pipeline pipeline = Sample.pipeline();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final OneStage stage =
            new OneStage("editions", new ChooseTheFive(pipeline.desk(), new LexicalEncoder(), List::of, metrics));

    @Test
    void an_open_edition_that_an_aborted_transaction_held_is_said_again() {
        stage.start().commit().take(day()).after(TICK);
        assertThat(stage.lines()).containsExactly("OPEN " + DAY);
        stage.abort().take(day()).after(TICK);
        assertThat(stage.lines()).containsExactly("OPEN " + DAY);
        stage.after(Duration.ofSeconds(2));
        assertThat(stage.lines()).isEmpty();
    }

    @Test
    void an_open_edition_that_cannot_be_composed_holds_no_final_up() {
        stage.start().take(day()).take(empty(NEXT)).take(empty(NEVER)).fence(NEXT);
        assertThat(stage.lines()).contains("FINAL " + DAY).doesNotContain("FINAL " + NEXT);
        stage.after(TICK);
        assertThat(stage.lines()).containsExactly("FINAL " + NEXT, "failed timer");
        stage.after(Duration.ofSeconds(2));
        assertThat(stage.lines()).isEmpty();
    }

    @Test
    void nor_another_that_is_open() {
        stage.start().take(empty(NEVER)).take(day()).after(TICK);
        assertThat(stage.lines()).containsExactly("OPEN " + DAY, "failed timer");
    }

    @Test
    void a_day_that_cannot_be_closed_does_not_make_the_others_be_tried_again() {
        stage.start().take(nameless()).take(empty(NEVER)).after(TICK);
        assertThat(stage.lines()).containsExactly("failed timer", "failed timer");
        stage.fence(DAY).after(TICK);
        assertThat(stage.lines()).containsExactly("close-failed hop/0@7");
        stage.after(Duration.ofSeconds(31)).after(Duration.ofSeconds(2));
        assertThat(stage.lines()).isEmpty();
        assertThat(metrics.counter("topfive.close.failed", "stage", "choose").count())
                .isEqualTo(2);
    }

    @Test
    void the_letter_of_a_day_that_cannot_be_closed_says_where_its_fence_is_read_again() {
        stage.start().take(empty(DAY)).take(empty(NEVER)).fence(NEVER);
        assertThat(stage.lines()).contains("FINAL " + DAY);
        stage.after(TICK);
        assertThat(stage.lines()).containsExactly("close-failed topfive-processor-v1-days-repartition/0@0");
    }

    @Test
    void a_final_edition_carries_the_time_of_its_last_fence_however_late_it_comes() {
        var fence = new Outcome.Closed(new Fence(1, NEXT, 0, 1));
        var written = Instant.parse("2026-03-05T00:30:01Z").toEpochMilli();
        stage.start().take(day()).take(empty(NEXT)).take(fence, written).after(Duration.ofMinutes(10));
        assertThat(stage.said().stream()
                        .filter(each -> each.value() instanceof Outcome.Published published
                                && published.edition().status() == Edition.Status.FINAL))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.timestamp()).isEqualTo(written));
        assertThat(stage.kept("fenced/" + NEXT)).isNull();
    }

    @Test
    void a_clock_that_is_put_back_does_not_keep_an_open_edition_back() {
        stage.start().take(day()).after(TICK);
        assertThat(stage.lines()).containsExactly("OPEN " + DAY);
        stage.take(empty(DAY)).after(Duration.ofHours(-1));
        assertThat(stage.lines()).containsExactly("OPEN " + DAY);
    }

    /** Its clusters cannot be put into an order. */
    private Outcome nameless() {
        var day = ((Outcome.Summed) day()).day();
        return new Outcome.Summed(day.withClusters(day.clusters().stream()
                .map(cluster -> cluster.named(null, List.of()))
                .toList()));
    }

    private Outcome day() {
        var cells = new Cells(pipeline.desk().rules());
        Sample.day().forEach(document -> cells.place(pipeline.reader().read(document, null)));
        return new Outcome.Summed(
                cells.summaries(DAY, Sample.DAYS.closesAt(DAY)).get(0));
    }

    private Outcome empty(LocalDate day) {
        var rules = pipeline.desk().rules().version();
        return new Outcome.Summed(new CellDay("en", day, null, 0, 0, 0, 0, Map.of(), Map.of(), List.of(), rules));
    }
}
