package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.contract.Topics;
import topfive.processor.Pipeline;
import topfive.processor.choose.EditionOfDay;
import topfive.standalone.config.RulesFile;
import topfive.standalone.topic.CloseDay;
import topfive.standalone.topic.Latest;

/** What comes in between, a stop or a record that nobody can take, does not show in the FINAL edition. */
@SuppressWarnings("try") // a processor works by being there
class RestartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final InstantSource SIX = InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void stops_with_the_state_kept_and_with_the_state_lost_do_not_show() throws Exception {
        var documents = SampleDocuments.of(DAY, folder.resolve("harvest"));
        var third = documents.size() / 3;
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            on.send(documents.subList(0, third));
            try (var first = on.processor(folder.resolve("state"), false, SIX)) {
                awaitLive(on, 0);
            }
            on.send(documents.subList(third, 2 * third));
            try (var sameState = on.processor(folder.resolve("state"), false, SIX)) {
                awaitLive(on, third / 2);
            }
            on.send(documents.subList(2 * third, documents.size()));
            try (var stateLost = on.processor(folder.resolve("another-state"), false, SIX)) {
                assertThat(closed(on)).isEqualTo(expected(on, documents));
            }
            // a replay of the whole day and another fence, after the close and another stop
            on.send(documents);
            try (var again = on.processor(folder.resolve("state"), false, SIX)) {
                closed(on);
                on.send(List.of(documents.get(0)));
                CloseDay.on(on.broker, "all", DAY.plusDays(1), OnBroker.PATIENCE)
                        .orElseThrow();
                assertThat(on.keys(Topics.DAILY)).containsExactly("all/2026-10-14", "all/2026-10-15");
                assertThat(Latest.of(on.broker, Topics.DAILY)
                                .get("all/2026-10-15")
                                .counts()
                                .documents())
                        .isZero();
            }
        }
    }

    @Test
    void after_a_stop_other_rules_hold_for_the_whole_of_the_open_day() throws Exception {
        var documents = SampleDocuments.of(DAY, folder.resolve("harvest"));
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            on.send(documents);
            try (var first = on.processor(folder.resolve("state"), false, SIX)) {
                await().atMost(OnBroker.PATIENCE)
                        .until(() -> on.keys(Topics.LIVE).contains("all/" + DAY)
                                && Latest.of(on.broker, Topics.LIVE)
                                                .get("all/" + DAY)
                                                .counts()
                                                .documents()
                                        >= documents.size());
            }
            var rules = RulesFile.read(Files.writeString(folder.resolve("rules.yml"), "same-idea: 0.9\n"));
            var others = new Pipeline(
                    on.pipeline.reader(),
                    new EditionOfDay.Desk(
                            "all",
                            on.pipeline.desk().days(),
                            rules,
                            on.pipeline.desk().encoderId()));
            var expected = new String(Json.bytes(others.edition(documents, DAY).edition()), StandardCharsets.UTF_8);
            assertThat(expected).isNotEqualTo(expected(on, documents));
            try (var second = on.processor(folder.resolve("state"), false, SIX, others)) {
                assertThat(closed(on)).isEqualTo(expected);
            }
        }
    }

    @Test
    void after_a_record_that_nobody_can_take_the_next_one_comes_out() throws Exception {
        var documents = SampleDocuments.of(DAY, folder.resolve("harvest"));
        var poison = stuffed(documents.stream()
                .filter(Article.class::isInstance)
                .map(Article.class::cast)
                .findFirst()
                .orElseThrow());
        var noText = new byte[] {(byte) 0xff, 0, (byte) 0xc3, 0x28};
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            try (var producer = on.broker.producer()) {
                producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), 1, noText, noText))
                        .get();
            }
            on.send(List.of(poison));
            try (var processor = on.processor(folder.resolve("state"), false, SIX)) {
                await().atMost(OnBroker.PATIENCE)
                        .until(() -> on.records(Topics.DEAD_LETTERS).size() >= 2);
                on.send("topfive-processor-v1-cells-repartition", "cells", noText);
                on.send("topfive-processor-v1-days-repartition", "2026-10-14/en", noText);
                on.send(documents);
                assertThat(closed(on)).isEqualTo(expected(on, documents));
                var letters = on.records(Topics.DEAD_LETTERS);
                assertThat(letters).anySatisfy(each -> {
                    assertThat(each.key()).isEqualTo(noText);
                    assertThat(each.value()).isEqualTo(noText);
                });
                assertThat(letters).anySatisfy(each -> assertThat(each.value()).isEqualTo(Json.bytes(poison)));
                assertThat(letters)
                        .extracting(each -> DeadLetter.from("", each.value(), each.headers()))
                        .extracting(letter -> letter.stage() + " " + letter.reason())
                        .contains("read not-a-document", "read too-large", "merge failed", "choose failed");
            }
        }
    }

    /** One byte more, and the broker itself would not have taken it. */
    private static Article stuffed(Article of) {
        return new Article(
                1,
                "ffffffffffffffffffffffffffffffff",
                of.contentHash(),
                1,
                of.source(),
                "https://poison.example/" + "x".repeat(Limits.DOCUMENT_RECORD - 80 * 1024),
                of.title(),
                null,
                of.publishedAt(),
                of.fetchedAt(),
                "en",
                Document.Quality.FULL,
                false,
                false,
                of.paragraphs().subList(0, Math.min(3, of.paragraphs().size())));
    }

    private static void awaitLive(OnBroker on, int moreThan) {
        await().atMost(OnBroker.PATIENCE).until(() -> {
            var live = Latest.of(on.broker, Topics.LIVE).get("all/" + DAY);
            return live != null && live.counts().documents() > moreThan;
        });
    }

    private static String closed(OnBroker on) {
        var last = CloseDay.on(on.broker, "all", DAY, OnBroker.PATIENCE).orElseThrow();
        return new String(Json.bytes(last), StandardCharsets.UTF_8);
    }

    private static String expected(OnBroker on, List<Document> documents) {
        return new String(Json.bytes(on.pipeline.edition(documents, DAY).edition()), StandardCharsets.UTF_8);
    }
}
