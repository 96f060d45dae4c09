package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Reading;

/** The second stage by itself: what one day fails at is no affair of the others. */
class MergeIntoClustersTest {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final LocalDate DAY = Sample.DAY;
    private static final LocalDate NEXT = DAY.plusDays(1);
    /** Nobody can say when it closes. */
    private static final LocalDate NEVER = LocalDate.MAX;

    private final Pipeline pipeline = Sample.pipeline();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final OneStage stage = new OneStage("readings", new MergeIntoClusters(pipeline.desk(), 1, metrics));

    @Test
    void a_day_that_cannot_be_said_takes_nothing_from_the_others() {
        stage.start().take(read(0, DAY)).take(read(1, NEVER)).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1", "failed timer");
        stage.fence(DAY);
        assertThat(stage.lines()).containsExactly("closed " + DAY);
    }

    @Test
    void it_is_tried_again_after_a_while_and_a_dead_letter_says_it_once() {
        stage.keep(key(broken(0, DAY)), Json.bytes(broken(0, DAY))).start().after(TICK);
        assertThat(stage.lines()).containsExactly("failed timer");
        stage.after(TICK).take(read(1, NEXT)).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + NEXT + " 1");
        stage.after(Duration.ofSeconds(31));
        assertThat(stage.lines()).isEmpty();
        stage.take(new Outcome.Read(withdrawn(0, DAY), null)).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + NEXT + " 1");
        stage.after(Duration.ofSeconds(31));
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1");
    }

    @Test
    void it_does_not_close_before_it_is_said() {
        stage.keep(key(broken(0, DAY)), Json.bytes(broken(0, DAY))).start().after(TICK);
        assertThat(stage.lines()).hasSize(1);
        stage.fence(DAY).after(TICK);
        assertThat(stage.lines()).containsExactly("close-failed hop/0@7");
        stage.take(new Outcome.Read(withdrawn(0, DAY), null)).after(Duration.ofSeconds(31));
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1", "closed " + DAY);
        assertThat(metrics.counter("topfive.close.failed", "stage", "merge").count())
                .isEqualTo(1);
    }

    @Test
    void a_day_that_could_not_be_said_when_the_timer_went_off_does_not_close_without_it() {
        stage.start().take(read(0, NEVER)).after(TICK);
        assertThat(stage.lines()).containsExactly("failed timer");
        stage.fence(NEVER);
        assertThat(stage.lines()).containsExactly("close-failed hop/0@7");
        assertThat(stage.kept("postponed")).isNotNull();
    }

    @Test
    void what_an_aborted_transaction_placed_is_forgotten_with_it() {
        stage.start().take(read(0, DAY)).after(TICK);
        stage.take(new Outcome.Read(withdrawn(0, NEXT), DAY)).commit();
        stage.fence(DAY).after(TICK);
        assertThat(stage.lines()).contains("summed " + NEXT + " 1");
        stage.abort().fence(DAY);
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1", "closed " + DAY);
    }

    @Test
    void a_task_that_is_revived_has_one_timer() {
        stage.start().take(read(1, NEVER)).abort().abort();
        assertThat(stage.timers()).isEqualTo(1);
        stage.take(read(0, DAY)).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1");
    }

    @Test
    void what_waited_and_cannot_be_placed_is_a_letter_that_can_be_tried_again_and_the_rest_is_placed() {
        stage.start().take(new Outcome.Read(broken(0, NEXT), DAY)).take(new Outcome.Read(reading(1, NEXT), DAY));
        stage.fence(DAY).after(TICK);
        assertThat(stage.lines())
                .containsExactlyInAnyOrder(
                        "closed " + DAY, "failed topfive-processor-v1-cells-repartition/0@0", "summed " + NEXT + " 1");
    }

    @Test
    void by_other_rules_the_days_that_are_closed_here_are_said_again() {
        stage.start().take(read(0, DAY)).fence(DAY).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1", "closed " + DAY);
        stage.commit().abort().after(TICK);
        assertThat(stage.lines()).isEmpty();
        stage.keep("made-by", Json.bytes("others")).commit().abort().after(TICK).after(TICK);
        assertThat(stage.lines()).containsExactly("summed " + DAY + " 1");
        stage.commit().abort().after(TICK);
        assertThat(stage.lines()).isEmpty();
    }

    @Test
    void a_clock_that_is_put_back_postpones_nothing() {
        stage.start().take(read(0, NEVER)).fence(NEVER).after(Duration.ofHours(-1));
        assertThat(metrics.counter("topfive.close.failed", "stage", "merge").count())
                .isEqualTo(2);
    }

    @Test
    void a_day_is_cut_until_it_fits_with_its_name_and_all_that_is_said_around_it() {
        var cells = new Cells(pipeline.desk().rules());
        cells.place(reading(0, DAY));
        var day = cells.summaries(DAY, Sample.DAYS.closesAt(DAY)).get(0);
        for (int more : new int[] {1, 39, 40}) {
            var unread = Map.of("x".repeat(Sizes.OURS - Json.bytes(day).length - "\"\":1".length() - more), 1);
            var large = new CellDay(
                    "en", DAY, day.latestFetch(), 1, 2, 0, 0, unread, Map.of(), day.clusters(), day.rulesVersion());
            var fitting = MergeIntoClusters.fitting(large);
            assertThat(fitting.clusters().size() < large.clusters().size()).isEqualTo(more < 40);
            assertThatCode(() -> Sizes.check(new Record<>(DAY + "/en", new Outcome.Summed(fitting), 0)))
                    .doesNotThrowAnyException();
        }
    }

    private Outcome read(int number, LocalDate day) {
        return new Outcome.Read(reading(number, day), null);
    }

    private Reading reading(int number, LocalDate day) {
        var of = pipeline.reader().read(Sample.day().get(number), null);
        return of(of, of.contentHash(), of.fetchedAt(), day, of.claims());
    }

    /** It cannot be compared with anything. */
    private Reading broken(int number, LocalDate day) {
        var of = reading(number, day);
        var claims = Stream.of(of.claims().get(0))
                .map(claim -> new Claim(claim.insight(), claim.published(), null, claim.words()))
                .toList();
        return of(of, of.contentHash(), of.fetchedAt(), day, claims);
    }

    /** It says nothing any more. */
    private Reading withdrawn(int number, LocalDate day) {
        var of = reading(number, day);
        return of(of, "hash of nothing", of.fetchedAt().plusSeconds(60), day, List.of());
    }

    private static Reading of(Reading of, String hash, Instant fetchedAt, LocalDate day, List<Claim> claims) {
        return new Reading(of.documentId(), hash, of.sourceId(), fetchedAt, day, "en", null, false, claims);
    }

    private static String key(Reading reading) {
        return "document/" + reading.documentId() + "/" + reading.contentHash();
    }
}
