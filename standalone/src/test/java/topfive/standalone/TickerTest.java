package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.encode.LexicalEncoder;
import topfive.standalone.topic.CloseDay;

/** The clock enters the flow once, as fences. */
@SuppressWarnings("try") // a processor works by being there
class TickerTest {
    @TempDir
    private Path folder;

    /** It is about noon here, wherever that is: no midnight comes while the test runs. */
    private final Instant now = InstantSource.system().instant();

    private final ZoneOffset zone =
            ZoneOffset.ofHours(12 - now.atOffset(ZoneOffset.UTC).getHour());
    private final LocalDate today = now.atZone(zone).toLocalDate();
    private OnBroker on;

    private void start(Duration grace) throws Exception {
        on = new OnBroker(folder.resolve("data"), zone, grace, new LexicalEncoder());
    }

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void an_outage_over_two_midnights_closes_both_days_in_order_with_one_final_each() throws Exception {
        start(OnBroker.GRACE);
        closed(today.minusDays(3));
        on.send(List.of(article("first", today.minusDays(2)), article("second", today.minusDays(1))));
        var expected = List.of(key(3), key(2), key(1));
        try (var processor = on.processor(folder.resolve("state"), true, () -> now)) {
            await().atMost(OnBroker.PATIENCE).until(() -> on.keys(Topics.DAILY).size() >= 3);
            assertThat(on.keys(Topics.DAILY)).isEqualTo(expected);
            assertThat(CloseDay.on(on.broker, "all", today.minusDays(2), OnBroker.PATIENCE))
                    .hasValueSatisfying(
                            edition -> assertThat(edition.counts().documents()).isEqualTo(1));
        }
        on.send(List.of(article("third", today)));
        try (var again = on.processor(folder.resolve("state"), true, () -> now)) {
            await().atMost(OnBroker.PATIENCE).until(() -> on.keys(Topics.LIVE).contains(key(0)));
            assertThat(on.keys(Topics.DAILY)).isEqualTo(expected);
        }
    }

    @Test
    void while_this_clock_and_the_brokers_disagree_no_day_is_closed() throws Exception {
        start(OnBroker.GRACE);
        closed(today.minusDays(2));
        on.send(List.of(article("first", today.minusDays(1))));
        var clock = new AtomicReference<>(now.plus(Duration.ofMinutes(11)));
        try (var processor = on.processor(folder.resolve("state"), true, clock::get)) {
            // each time it would close a day it asks the broker first; when it asks again, it has seen the answer
            await().atMost(OnBroker.PATIENCE)
                    .until(() -> on.keys(Topics.SOURCES).size() >= 2);
            assertThat(on.keys(Topics.DOCUMENTS)).noneMatch(key -> key.startsWith("fence/"));
            assertThat(on.keys(Topics.DAILY)).containsExactly(key(2));

            clock.set(now);
            await().atMost(OnBroker.PATIENCE).until(() -> on.keys(Topics.DAILY).size() == 2);
            assertThat(on.keys(Topics.DAILY)).containsExactly(key(2), key(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_day_of_which_partitions_had_nothing_or_none_had_anything_is_closed_within_a_minute_of_its_time(int documents)
            throws Exception {
        var cutOff = now.plusSeconds(10);
        var clock = new AtomicReference<>(cutOff.minusMillis(1));
        var grace = Duration.between(today.atStartOfDay(zone).toInstant(), cutOff);
        start(grace);
        closed(today.minusDays(2));
        on.send(List.of(article("only", today.minusDays(1))).subList(0, documents));
        try (var processor = on.processor(folder.resolve("state"), true, clock::get)) {
            await().atMost(OnBroker.PATIENCE)
                    .until(() -> !on.keys(Topics.SOURCES).isEmpty());
            assertThat(on.keys(Topics.DAILY)).containsExactly(key(2));
            var due = on.send(Topics.FEEDBACK.name(), "it-is-time", null);
            clock.set(cutOff);
            await().atMost(OnBroker.PATIENCE).until(() -> on.keys(Topics.DAILY).size() == 2);
            var done = on.send(Topics.FEEDBACK.name(), "it-is-done", null);
            assertThat(Duration.between(due, done)).isLessThan(Duration.ofMinutes(1));
            assertThat(on.keys(Topics.DAILY)).containsExactly(key(2), key(1));
        }
    }

    private String key(int daysAgo) {
        return "all/" + today.minusDays(daysAgo);
    }

    private void closed(LocalDate day) throws Exception {
        var edition = on.pipeline.edition(List.<Document>of(), day).edition();
        on.send(Topics.DAILY.name(), edition.key(), Json.bytes(edition));
    }

    private Article article(String owner, LocalDate day) {
        return Report.of(owner, day.atTime(LocalTime.of(10, 0)).toInstant(zone));
    }
}
