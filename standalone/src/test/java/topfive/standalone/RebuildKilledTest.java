package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.Day;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.FailPoint;
import topfive.contract.Topics;
import topfive.processor.NewRevision;
import topfive.processor.Pipeline;
import topfive.processor.classify.Classifier;
import topfive.standalone.config.RulesFile;
import topfive.standalone.replay.Rebuild;
import topfive.standalone.topic.Latest;
import topfive.standalone.topic.OneTransaction;

/** A rebuild that dies on its way, and two at a time: a revision is there as a whole or not at all, and once. */
class RebuildKilledTest {
    private static final String FIRST = "2026-03-04";
    private static final String KEY = "all/" + FIRST;
    private static final String SHUT_OUT =
            "another rebuild of " + FIRST + " has begun since: this one has written nothing";
    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");

    @TempDir
    private static Path folder;

    private static Published days;
    private static int floor = 400;

    @BeforeAll
    static void publish() throws Exception {
        days = new Published(folder, 1);
    }

    @AfterAll
    static void close() {
        days.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rebuild-begun, 0",
        "rebuild-alone, 0",
        "rebuild-sent, 0", // live alone
        "rebuild-sent:4, 0", // both editions and some decisions
        "rebuild-commit, 0",
        "rebuild-committed, 1"
    })
    void killed_anywhere_it_is_all_there_or_nothing_and_done_again_it_is_there_once(String where, int written)
            throws Exception {
        var before = days.finals(ThreeDays.FIRST).size();
        var rules = "rules=" + otherRules();
        var arguments = days.here("day", "rebuild", FIRST, "--set", rules).toArray(String[]::new);
        try (var process = OwnProcess.start(
                folder, List.of("env", "JAVA_TOOL_OPTIONS=-Dtopfive.fail=" + where), Topfive.class, arguments)) {
            assertThat(process.end(120)).as(process.talked()).isEqualTo(FailPoint.STATUS);
            assertThat(process.said()).isEmpty();
        }
        assertThat(days.finals(ThreeDays.FIRST)).hasSize(before + written);

        assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules))
                .as("%s", days.err)
                .isZero();

        assertThat(days.out.toString())
                .endsWith(FIRST + (written == 1 ? " unchanged" : " rebuilt") + ": FINAL, revision " + (before + 1)
                        + ", 5 insights\n");
        isWhole(before + 1);
    }

    @Test
    void whoever_begins_later_shuts_out_those_before() throws Exception {
        var rebuild = rebuild(pipeline(otherRules()));
        var revision = rebuild.was().revision() + 1;
        var records = NewRevision.records(
                rebuild.made().as(revision, NOW), rebuild.pipeline().desk().days(), rebuild.decided());
        try (var earlier = alone();
                var later = alone()) {
            assertThatThrownBy(() -> earlier.write(records, "rebuild"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(SHUT_OUT);
            later.write(records, "rebuild");
        }
        isWhole(revision);
    }

    private static OneTransaction alone() {
        return OneTransaction.alone(days.on.broker, "topfive-rebuild-" + KEY, "rebuild of " + FIRST);
    }

    @Test
    void of_two_at_the_same_time_one_alone_writes() throws Exception {
        var before = days.finals(ThreeDays.FIRST).size();
        var pipeline = pipeline(otherRules());
        var both = List.of(rebuild(pipeline), rebuild(pipeline));
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var ends = both.stream()
                    .map(each -> threads.submit(() -> {
                        together.await();
                        return each.write(NOW);
                    }))
                    .toList();
            assertThat(ends.stream().filter(end -> hasWritten(end)).count()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        isWhole(before + 1);
    }

    @Test
    void whoever_has_read_an_older_revision_writes_nothing() throws Exception {
        var old = rebuild(pipeline(otherRules()));
        var same = rebuild(old.pipeline());
        var other = rebuild(pipeline(otherRules()));
        var written = other.write(NOW).orElseThrow().revision();

        assertThatThrownBy(() -> old.write(NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage(FIRST + " was rebuilt by somebody else meanwhile, as revision " + written);
        assertThat(rebuild(old.pipeline()).write(NOW)).isPresent();
        assertThat(rebuild(old.pipeline()).differs()).isFalse();
        assertThat(same.was().revision()).isLessThan(written);
        isWhole(written + 1);
    }

    private static boolean hasWritten(Future<Optional<Edition>> end) {
        try {
            return end.get().isPresent();
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(Refusal.class).hasMessage(SHUT_OUT);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many revisions, each once; the page's topic and the decisions are of the newest. */
    private static void isWhole(int revisions) {
        var finals = days.finals(ThreeDays.FIRST);
        assertThat(finals).hasSize(revisions);
        assertThat(days.values(Topics.LIVE, KEY)).endsWith(finals.get(revisions - 1));
        var newest = days.newest(ThreeDays.FIRST);
        assertThat(newest.revision()).isEqualTo(revisions);
        assertThat(Latest.of(days.on.broker, Topics.DECISIONS).values())
                .hasSize(newest.counts().candidates())
                .extracting(Decision::rulesVersion)
                .containsOnly(newest.rulesVersion());
    }

    /** Others than at any time before: by these there is something to write. */
    private static String otherRules() throws Exception {
        return days.rules("floor: " + ++floor);
    }

    private static Pipeline pipeline(String rules) {
        return Pipeline.with(
                days.encoder,
                new Classifier(days.encoder),
                List.of("en"),
                new Day(java.time.ZoneId.of("UTC"), OnBroker.GRACE),
                RulesFile.read(Path.of(rules)));
    }

    private static Rebuild rebuild(Pipeline pipeline) {
        return Rebuild.of(days.on.broker, pipeline, ThreeDays.FIRST, records -> {});
    }
}
