package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topic;
import topfive.contract.Topics;

class InsightTopologyTest {
    @TempDir
    private Path state;

    private int runs;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> documents;

    @BeforeEach
    void start() {
        driver = driver(1);
        documents = driver.createInputTopic(
                Topics.DOCUMENTS.name(),
                Serdes.String().serializer(),
                Serdes.ByteArray().serializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void documents_become_insights() {
        send(Sample.day());
        var insights = output(Topics.INSIGHTS).readRecordsToList();
        assertThat(insights).hasSizeGreaterThanOrEqualTo(7).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(record.value().id());
            assertThat(text(record, "ce_type")).isEqualTo("topfive.insights.v1");
            assertThat(text(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(text(record, "content-type")).isEqualTo("application/json");
            assertThat(text(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        });
    }

    @Test
    void the_open_edition_shows_five_different_ideas_while_the_day_lasts() {
        send(Sample.day());
        letTimePass();
        var edition = lastEdition(Topics.LIVE);
        assertThat(edition.status()).isEqualTo(Edition.Status.OPEN);
        assertThat(edition.insights()).hasSize(5);
        assertThat(edition.insights().get(0).independentSources()).isEqualTo(2);
        assertThat(edition.updatedAt()).isEqualTo("2026-03-04T12:10:00Z");
        assertThat(output(Topics.DAILY).isEmpty()).isTrue();
    }

    @Test
    void the_fence_closes_the_day_with_one_final_edition_and_a_decision_for_each_candidate() {
        send(Sample.day());
        send(new Fence(1, Sample.DAY, 0, 1));
        var finals = output(Topics.DAILY).readRecordsToList();
        assertThat(finals).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("all/2026-03-04");
            assertThat(record.value().status()).isEqualTo(Edition.Status.FINAL);
            assertThat(record.value().updatedAt()).isEqualTo("2026-03-05T00:30:00Z");
        });
        assertThat(output(Topics.DECISIONS).readValuesToList())
                .hasSize(finals.get(0).value().counts().candidates())
                .filteredOn(decision -> decision.rank() != null)
                .hasSize(5);
        assertThat(lastEdition(Topics.LIVE)).isEqualTo(finals.get(0).value());
    }

    @Test
    void encoder_and_rules_are_named_on_everything_that_depends_on_them() {
        send(Sample.day());
        send(new Fence(1, Sample.DAY, 0, 1));
        var desk = Sample.pipeline().desk();
        assertThat(output(Topics.INSIGHTS).readValuesToList())
                .isNotEmpty()
                .allSatisfy(insight -> assertThat(insight.encoderId()).isEqualTo(desk.encoderId()));
        assertThat(output(Topics.DECISIONS).readValuesToList()).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.encoderId()).isEqualTo(desk.encoderId());
            assertThat(decision.rulesVersion()).isEqualTo(desk.rules().version());
        });
        var edition = lastEdition(Topics.DAILY);
        assertThat(edition.edition()).isEqualTo("all");
        assertThat(edition.encoderId()).isEqualTo(desk.encoderId());
        assertThat(edition.rulesVersion()).isEqualTo(desk.rules().version());
    }

    @Test
    void a_repeated_fence_changes_nothing() {
        send(Sample.day());
        send(new Fence(1, Sample.DAY, 0, 1));
        send(new Fence(1, Sample.DAY, 0, 1));
        letTimePass();
        assertThat(output(Topics.DAILY).readRecordsToList()).hasSize(1);
        assertThat(lastEdition(Topics.LIVE).status()).isEqualTo(Edition.Status.FINAL);
    }

    @Test
    void a_day_without_documents_has_a_final_edition_too() {
        send(new Fence(1, Sample.DAY, 0, 1));
        assertThat(lastEdition(Topics.DAILY).shortfall()).isEqualTo("No documents came in.");
    }

    @Test
    void a_document_behind_the_fence_of_its_day_counts_for_the_next_day_as_late() {
        send(new Fence(1, Sample.DAY, 0, 1));
        send(Sample.day().subList(0, 1));
        letTimePass();
        var next = lastEdition(Topics.LIVE);
        assertThat(next.day()).isEqualTo(Sample.DAY.plusDays(1));
        assertThat(next.counts().late()).isEqualTo(1);
    }

    @Test
    void one_document_dated_2099_does_not_change_the_fate_of_another() {
        var absurd = Sample.article(
                "future.example",
                "Harbor pilots in Port Verrin move 18% more boxes because a driver at a desk changes cranes in ten seconds.",
                Instant.parse("2099-01-01T00:00:00Z"),
                Sample.NOON);
        send(List.of(absurd));
        send(Sample.day());
        send(new Fence(1, Sample.DAY, 0, 1));
        assertThat(lastEdition(Topics.DAILY).counts().documents()).isEqualTo(8);
    }

    @Test
    void what_is_no_document_becomes_a_dead_letter_with_its_bytes_and_the_next_one_is_read() {
        documents.pipeInput("k", "{\"type\":\"article\"".getBytes(StandardCharsets.UTF_8));
        documents.pipeInput("k2", "{\"type\":\"article\",\"schemaVersion\":99}".getBytes(StandardCharsets.UTF_8));
        documents.pipeInput("k3", null);
        send(Sample.day());
        var letters = driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(),
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList();
        assertThat(letters).hasSize(3);
        assertThat(letters.get(0).key()).isEqualTo("k");
        assertThat(new String(letters.get(0).value(), StandardCharsets.UTF_8)).isEqualTo("{\"type\":\"article\"");
        var read = DeadLetter.from(
                letters.get(0).key(), letters.get(0).value(), letters.get(0).headers());
        assertThat(read.reason()).isEqualTo("not-a-document");
        assertThat(read.stage()).isEqualTo("read");
        assertThat(read.origin()).isEqualTo("topfive.documents.v1/0@0");
        assertThat(text(letters.get(1), "dl_reason")).isEqualTo("schema-unknown");
        assertThat(text(letters.get(2), "dl_reason")).isEqualTo("no-value");
        assertThat(output(Topics.INSIGHTS).readValuesToList()).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void another_language_is_counted_and_shown_as_not_read() {
        var german = Sample.article(
                "d.example",
                "Der Kanal versteigert seine Plätze, weil die Dürre die Zahl der Passagen um 28% gesenkt hat.");
        send(List.of(new topfive.contract.Article(
                1,
                german.id(),
                german.contentHash(),
                1,
                german.source(),
                german.url(),
                german.title(),
                null,
                german.publishedAt(),
                german.fetchedAt(),
                "de",
                german.quality(),
                false,
                false,
                german.paragraphs())));
        letTimePass();
        assertThat(lastEdition(Topics.LIVE).counts().unread()).containsExactly(Map.entry("de", 1));
    }

    @Test
    void order_and_repetition_do_not_show_in_the_final_edition() {
        var expected = finalBytes(Sample.day());
        var random = new Random(7);
        for (int round = 0; round < 5; round++) {
            var shuffled = new ArrayList<Document>(Sample.day());
            shuffled.addAll(Sample.day());
            Collections.shuffle(shuffled, random);
            assertThat(finalBytes(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void the_topology_gives_the_bytes_that_the_plain_pipeline_gives() {
        var plain = Sample.pipeline().edition(Sample.day(), Sample.DAY).edition();
        assertThat(finalBytes(Sample.day())).isEqualTo(new String(Json.bytes(plain), StandardCharsets.UTF_8));
    }

    @Test
    void every_claim_and_quote_stands_in_its_block() {
        send(Sample.day());
        send(new Fence(1, Sample.DAY, 0, 1));
        var texts = new HashMap<String, List<String>>();
        Sample.day().forEach(document -> texts.put(document.id(), document.texts()));
        var ranked = lastEdition(Topics.DAILY).insights();
        assertThat(ranked).allSatisfy(each -> {
            assertThat(each.evidence()).extracting(Edition.Evidence::quote).contains(each.claim());
            assertThat(each.evidence()).allSatisfy(evidence -> {
                var block = texts.get(evidence.documentId()).get(evidence.block());
                for (var piece : evidence.quote().split("…")) {
                    assertThat(block.replaceAll("\\s+", " ")).contains(piece.strip());
                }
            });
        });
    }

    private String finalBytes(List<? extends Document> day) {
        try (var fresh = driver(1)) {
            var in = fresh.createInputTopic(
                    Topics.DOCUMENTS.name(),
                    Serdes.String().serializer(),
                    Serdes.ByteArray().serializer());
            day.forEach(document -> in.pipeInput(document.id(), write(document)));
            in.pipeInput("fence", write(new Fence(1, Sample.DAY, 0, 1)));
            return fresh.createOutputTopic(
                            Topics.DAILY.name(),
                            Serdes.String().deserializer(),
                            Serdes.String().deserializer())
                    .readValue();
        }
    }

    private TopologyTestDriver driver(int cells) {
        var pipeline = Sample.pipeline();
        var settings = new Settings(
                Sample.DAYS.zone(), Sample.DAYS.grace(), List.of("en"), state.resolve("run" + runs++), 1, false);
        var config = new HashMap<>(Processor.config(settings, Map.of()));
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        var properties = new Properties();
        properties.putAll(config);
        return new TopologyTestDriver(
                InsightTopology.of(pipeline.reader(), pipeline.desk(), cells, new StreamsConfig(properties)),
                properties,
                Instant.parse("2026-03-04T18:00:00Z"));
    }

    private void send(List<? extends Document> sent) {
        sent.forEach(document -> documents.pipeInput(document.id(), write(document)));
    }

    private void send(Fence fence) {
        documents.pipeInput(fence.key(), write(fence));
    }

    private static byte[] write(FromProducers value) {
        return Topics.DOCUMENTS.values().serializer().serialize("", value);
    }

    private void letTimePass() {
        for (int i = 0; i < 20; i++) {
            driver.advanceWallClockTime(Duration.ofMillis(200));
        }
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        Deserializer<V> values = topic.values().deserializer();
        return driver.createOutputTopic(topic.name(), Serdes.String().deserializer(), values);
    }

    private Edition lastEdition(Topic<Edition> topic) {
        var editions = output(topic).readValuesToList();
        return editions.get(editions.size() - 1);
    }

    private static String text(TestRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
