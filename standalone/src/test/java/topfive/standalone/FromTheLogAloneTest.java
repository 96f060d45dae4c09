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
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.standalone.topic.CloseDay;

/** State, changelogs, hops and offsets are gone; what people were told is not told twice, and what they were not told yet comes the same. */
@SuppressWarnings("try") // a processor works by being there
class FromTheLogAloneTest {
    private static final LocalDate FIRST = ThreeDays.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final LocalDate THIRD = ThreeDays.LAST;
    private static final LocalDate FOURTH = THIRD.plusDays(1);
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-07T12:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void what_is_published_stands_and_the_next_day_comes_out_as_if_nothing_had_been_lost() throws Exception {
        String expected;
        try (var on = new OnBroker(folder.resolve("undisturbed"), ZoneOffset.UTC)) {
            try (var processor = on.processor(folder.resolve("state-1"), false, NOON)) {
                closeThree(on);
                on.send(ThreeDays.of(FOURTH));
                close(on, FOURTH);
            }
            expected = lines(on).get(3);
        }
        try (var on = new OnBroker(folder.resolve("disturbed"), ZoneOffset.UTC)) {
            try (var processor = on.processor(folder.resolve("state-2"), false, NOON)) {
                closeThree(on);
            }
            var published = lines(on);
            var decisions = on.keys(Topics.DECISIONS).size();
            on.send(ThreeDays.of(FOURTH));
            loseEverything(on, folder.resolve("state-2"));

            try (var processor = on.processor(folder.resolve("state-2"), false, NOON)) {
                await().atMost(OnBroker.PATIENCE)
                        .until(() -> on.keys(Topics.LIVE).contains("all/" + FOURTH));
                assertThat(lines(on)).isEqualTo(published);
                close(on, THIRD);
                close(on, FOURTH);
                assertThat(lines(on))
                        .hasSize(4)
                        .startsWith(published.toArray(String[]::new))
                        .endsWith(expected);
                assertThat(Json.read(on.records(Topics.DAILY).get(3).value(), Edition.class)
                                .comparedWith())
                        .extracting(each -> each.day().toString())
                        .containsExactly("2026-03-06", "2026-03-05", "2026-03-04");
            }
            assertThat(on.keys(Topics.DECISIONS)
                            .subList(decisions, on.keys(Topics.DECISIONS).size()))
                    .isNotEmpty()
                    .allMatch(key -> key.startsWith("all/" + FOURTH));
            // days that are published are not open again for those who follow the live topic
            assertThat(on.records(Topics.LIVE).stream()
                            .map(each -> Json.read(each.value(), Edition.class))
                            .dropWhile(each -> !each.day().equals(THIRD) || each.status() != Edition.Status.FINAL)
                            .skip(1)
                            .map(Edition::day))
                    .containsOnly(FOURTH);
        }
    }

    @Test
    void a_day_whose_edition_was_not_written_yet_comes_out_as_if_nothing_had_been_lost() throws Exception {
        List<String> expected;
        try (var on = new OnBroker(folder.resolve("undisturbed"), ZoneOffset.UTC);
                var processor = on.processor(folder.resolve("state-1"), false, NOON)) {
            closeThree(on);
            expected = lines(on);
        }
        try (var on = new OnBroker(folder.resolve("only-two"), ZoneOffset.UTC)) {
            // the documents and fences of three days, and the editions of two
            fenced(on, FIRST);
            fenced(on, SECOND);
            fenced(on, THIRD);
            for (var line : expected.subList(0, 2)) {
                var space = line.indexOf(' ');
                on.send(
                        Topics.DAILY.name(),
                        line.substring(0, space),
                        line.substring(space + 1).getBytes(StandardCharsets.UTF_8));
            }
            try (var processor = on.processor(folder.resolve("state-2"), false, NOON)) {
                await().atMost(OnBroker.PATIENCE).until(() -> lines(on).size() >= 3);
                assertThat(lines(on)).isEqualTo(expected);
            }
            try (var again = on.processor(folder.resolve("state-2"), false, NOON)) {
                close(on, FOURTH);
                assertThat(lines(on)).hasSize(4).startsWith(expected.toArray(String[]::new));
            }
        }
    }

    private static void closeThree(OnBroker on) throws Exception {
        for (var day : List.of(FIRST, SECOND, THIRD)) {
            on.send(ThreeDays.of(day));
            close(on, day);
        }
    }

    private static void close(OnBroker on, LocalDate day) {
        assertThat(CloseDay.on(on.broker, "all", day, OnBroker.PATIENCE)).isPresent();
    }

    /** Its documents and fences, with nobody there to read them. */
    private static void fenced(OnBroker on, LocalDate day) throws Exception {
        on.send(ThreeDays.of(day));
        CloseDay.on(on.broker, "all", day, java.time.Duration.ofMillis(1));
    }

    private static void loseEverything(OnBroker on, Path state) throws Exception {
        Utils.delete(state.toFile());
        try (var admin = on.broker.admin()) {
            var internal = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("topfive-processor-v1-"))
                    .toList();
            assertThat(internal).containsExactlyInAnyOrderElementsOf(Processor.internalTopics());
            admin.deleteTopics(internal).all().get();
            await().atMost(OnBroker.PATIENCE).ignoreExceptions().until(() -> {
                admin.deleteConsumerGroups(Set.of("topfive-processor-v1")).all().get();
                return true;
            });
        }
    }

    private static List<String> lines(OnBroker on) {
        return on.records(Topics.DAILY).stream()
                .map(each -> new String(each.key(), StandardCharsets.UTF_8) + " "
                        + new String(each.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
