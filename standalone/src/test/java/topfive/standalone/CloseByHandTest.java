package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;

/** {@code topfive day close}, called rightly and wrongly, with a processor and without. */
class CloseByHandTest {
    @TempDir
    private static Path folder;

    private static OnBroker on;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        on = new OnBroker(folder.resolve("data"), ZoneId.of("UTC"));
    }

    @AfterAll
    static void stop() {
        on.close();
    }

    @Test
    void a_day_is_closed_once_however_often_it_is_asked_for() throws Exception {
        on.send(ThreeDays.of(ThreeDays.FIRST));

        assertThat(topfive("day", "close", "2026-03-04", "--wait", "1")).isEqualTo(1);
        assertThat(err).hasToString("""
                topfive: the fence of 2026-03-04 is written, but no FINAL edition came within 1 s
                  to do: see that a processor runs: topfive health --ready; the day closes as soon as one does
                """);

        var clock = InstantSource.fixed(Instant.parse("2026-03-08T12:00:00Z"));
        try (var processor = on.processor(folder.resolve("state"), false, clock)) {
            assertThat(topfive("day", "close", "2026-03-04", "--wait", "60"))
                    .as("%s", err)
                    .isZero();
            assertThat(processor).isNotNull();
        }
        assertThat(out.toString()).matches("2026-03-04 (is closed already|closed): FINAL, revision 1, 5 insights\n");
        var documents = on.records(Topics.DOCUMENTS).size();
        assertThat(topfive("day", "close", "2026-03-04")).isZero();
        assertThat(out).hasToString("2026-03-04 is closed already: FINAL, revision 1, 5 insights\n");
        assertThat(on.records(Topics.DOCUMENTS)).hasSize(documents);
        assertThat(on.keys(Topics.DAILY)).containsExactly("all/2026-03-04");

        assertThat(topfive("day", "close", "2026-03-03")).isEqualTo(1);
        assertThat(err).hasToString("""
                topfive: 2026-03-03 cannot be closed: 2026-03-04 is closed already, and every day before it with it
                  to do: nothing: there was no document for that day
                """);
        assertThat(on.records(Topics.DOCUMENTS)).hasSize(documents);
    }

    @Test
    void a_day_that_has_not_begun_in_its_zone_is_wrong_usage_and_nothing_is_written() {
        var before = on.records(Topics.DOCUMENTS).size();

        assertThat(topfive("day", "close", "2026-03-09")).isEqualTo(2);
        assertThat(err).hasToString("""
                topfive: 2026-03-09 has not begun: in UTC it is 2026-03-08
                  to do: name 2026-03-08 or a day before it; days that have ended are closed by the processor itself
                """);
        assertThat(topfive("day", "close", "2026-03-08", "--set", "zone=Pacific/Niue"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("topfive: 2026-03-08 has not begun: in Pacific/Niue it is 2026-03-07\n");
        assertThat(on.records(Topics.DOCUMENTS)).hasSize(before);
    }

    @Test
    void what_is_no_day_is_wrong_usage() {
        assertThat(topfive("day", "close")).isEqualTo(2);
        assertThat(topfive("day", "close", "2026-02-30")).isEqualTo(2);
        assertThat(topfive("day", "rebuild")).isEqualTo(2);
        assertThat(topfive("day", "rebuild", "yesterday")).isEqualTo(2);
    }

    /** It is two in the morning, UTC. */
    private int topfive(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "kafka.bootstrap.servers=" + on.broker.address()));
        var clock = InstantSource.fixed(Instant.parse("2026-03-08T02:00:00Z"));
        return AtTerminal.topfive(folder, clock, out, err, all.toArray(String[]::new));
    }
}
