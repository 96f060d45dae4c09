package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topfive.contract.Day;
import topfive.contract.Topic;
import topfive.contract.Topics;

/** What it makes of what it reads; nobody is asked. */
class LastEditionsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 4);
    private static final Instant NOW = Instant.parse("2026-03-06T01:00:00Z");
    private static final Day DAYS = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));

    private final LastEditions editions = new LastEditions(Map.of("bootstrap.servers", "127.0.0.1:1"), () -> NOW);

    @AfterEach
    void close() {
        editions.close();
    }

    @Test
    void before_the_first_final_the_first_day_that_was_open_can_be_overdue() {
        assertThat(editions.overdue(DAYS)).isZero();

        live(FIRST.plusDays(1), "OPEN", 10);
        assertThat(editions.overdue(DAYS)).isEqualTo(1800);
        live(FIRST, "OPEN", 20);
        live(FIRST.plusDays(2), "OPEN", 30);
        assertThat(editions.overdue(DAYS)).isEqualTo(86_400 + 1800);

        daily(FIRST, 40);
        assertThat(editions.overdue(DAYS)).isEqualTo(1800);
        daily(FIRST.plusDays(1), 50);
        assertThat(editions.overdue(DAYS)).isZero();
    }

    @Test
    void a_day_that_is_made_again_is_neither_the_last_final_nor_the_last_close() {
        daily(FIRST.plusDays(1), 90);
        assertThat(editions.closeSeconds()).isEqualTo(90);

        daily(FIRST, 5);
        daily(FIRST.plusDays(1), 5);

        assertThat(editions.finalAge()).isEqualTo(90);
        assertThat(editions.closeSeconds()).isEqualTo(90);
    }

    @Test
    void a_final_on_the_live_topic_is_no_change_of_what_is_open() {
        live(FIRST.plusDays(1), "OPEN", 60);
        live(FIRST, "FINAL", 5);
        take(Topics.LIVE, FIRST, "{nonsense", 4);
        take(Topics.LIVE, FIRST, null, 3);

        assertThat(editions.openAge()).isEqualTo(60);
        assertThat(editions.overdue(DAYS)).isEqualTo(1800);
    }

    private void live(LocalDate day, String status, long secondsAgo) {
        take(Topics.LIVE, day, "{\"status\":\"" + status + "\"}", secondsAgo);
    }

    private void daily(LocalDate day, long secondsAgo) {
        take(Topics.DAILY, day, "{\"status\":\"FINAL\"}", secondsAgo);
    }

    private void take(Topic<?> topic, LocalDate day, String value, long secondsAgo) {
        editions.take(new ConsumerRecord<>(
                topic.name(),
                0,
                7,
                NOW.minusSeconds(secondsAgo).toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "all/" + day,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty()));
    }
}
