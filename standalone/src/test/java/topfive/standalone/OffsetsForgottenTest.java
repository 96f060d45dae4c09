package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.standalone.topic.CloseDay;

/** A broker forgets the offsets of a group that was away for a week; the state is still there. */
class OffsetsForgottenTest {
    private static final LocalDate FIRST = ThreeDays.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-05T12:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // a processor works by being there
    void what_was_read_before_is_not_the_news_of_today() throws Exception {
        List<String> editions;
        List<String> insights;
        try (var on = new OnBroker(folder.resolve("undisturbed"), ZoneOffset.UTC);
                var processor = on.processor(folder.resolve("state-1"), false, NOON)) {
            on.send(ThreeDays.of(FIRST));
            close(on, FIRST);
            on.send(ThreeDays.of(SECOND));
            close(on, SECOND);
            editions = said(on, Topics.DAILY);
            insights = said(on, Topics.INSIGHTS);
        }
        try (var on = new OnBroker(folder.resolve("forgotten"), ZoneOffset.UTC)) {
            try (var processor = on.processor(folder.resolve("state-2"), false, NOON)) {
                on.send(ThreeDays.of(FIRST));
                close(on, FIRST);
            }
            on.send(ThreeDays.of(SECOND));
            forgetOffsets(on);
            try (var processor = on.processor(folder.resolve("state-2"), false, NOON)) {
                close(on, SECOND);
                assertThat(said(on, Topics.DAILY)).isEqualTo(editions);
                assertThat(said(on, Topics.INSIGHTS)).containsExactlyInAnyOrderElementsOf(insights);
            }
        }
    }

    private static void close(OnBroker on, LocalDate day) {
        assertThat(CloseDay.on(on.broker, "all", day, OnBroker.PATIENCE)).isPresent();
    }

    private static void forgetOffsets(OnBroker on) {
        try (var admin = on.broker.admin()) {
            await().atMost(OnBroker.PATIENCE).ignoreExceptions().until(() -> {
                admin.deleteConsumerGroups(Set.of("topfive-processor-v1")).all().get();
                return true;
            });
        }
    }

    private static List<String> said(OnBroker on, Topic<?> topic) {
        return on.records(topic).stream()
                .map(each -> new String(each.key(), StandardCharsets.UTF_8) + " "
                        + new String(each.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
