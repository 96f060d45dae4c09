package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Fence;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.contract.Source;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.processor.Settings;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.Encoding;
import topfive.processor.encode.LexicalEncoder;
import topfive.standalone.topic.CloseDay;

/** Exactly-once on a real broker: whatever a record does, it becomes one dead letter with its bytes, and the next one comes out. */
@SuppressWarnings("try") // a processor works by being there
class NothingStallsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final InstantSource SIX = InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void whatever_a_record_does_the_next_one_comes_out_and_no_thread_has_died() throws Exception {
        var documents = SampleDocuments.of(DAY, folder.resolve("harvest")).subList(0, 12);
        var metrics = new SimpleMeterRegistry();
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC, new Misbehaving())) {
            var poison = new ArrayList<byte[]>();
            for (var what : List.of("STACK", "ERROR", "long ".repeat(100_000), "NEVER")) {
                poison.add(Json.bytes(statement(documents.get(0), what)));
            }
            poison.add(random(Limits.DOCUMENT_RECORD - 1_000)); // one byte more or so, and the broker would not take it
            poison.add(Json.bytes(new Fence(1, LocalDate.of(2099, 1, 1), 0, 4)));
            poison.add(Json.bytes(new Fence(1, DAY.plusDays(1), 3, 4)));
            for (var bytes : poison) {
                put(on, null, bytes);
            }
            put(on, random(3 * 1024 * 1024), new byte[] {'{'});
            on.send(documents);
            try (var processor = start(on, metrics)) {
                await().atMost(OnBroker.PATIENCE.multipliedBy(2))
                        .until(() -> on.records(Topics.DEAD_LETTERS).size() >= poison.size() + 1);
                var last = CloseDay.on(on.broker, "all", DAY, OnBroker.PATIENCE).orElseThrow();

                assertThat(last).isEqualTo(on.pipeline.edition(documents, DAY).edition());
                var letters = on.records(Topics.DEAD_LETTERS);
                assertThat(letters)
                        .extracting(each -> DeadLetter.from("", each.value(), each.headers()))
                        .extracting(letter -> letter.reason() + " "
                                + letter.sha256().equals(Ids.sha256(letter.bytes())) + " " + letter.truncated())
                        .containsExactlyInAnyOrder(
                                "failed true false",
                                "failed true false",
                                "too-large true false",
                                "too-slow true false",
                                "not-a-document true false",
                                "bad-time true false",
                                "bad-fence true false",
                                "not-a-document true false");
                var kept = new HashSet<String>();
                letters.forEach(each -> kept.add(Ids.sha256(each.value())));
                assertThat(kept).containsAll(poison.stream().map(Ids::sha256).toList());
                assertThat(letters).anySatisfy(each -> assertThat(each.key()).hasSize(3 * 1024 * 1024));
                assertThat(died(metrics)).isZero();
            }
        }
    }

    private Processor start(OnBroker on, MeterRegistry metrics) {
        var settings = new Settings(ZoneOffset.UTC, OnBroker.GRACE, List.of("en"), folder.resolve("state"), 1, false);
        return Processor.start(settings, on.pipeline, on.broker.clientProperties(), SIX, metrics);
    }

    private static double died(MeterRegistry metrics) {
        var meters = metrics.getMeters().stream()
                .filter(meter -> meter.getId().getName().contains("failed.stream.threads"))
                .toList();
        assertThat(meters).isNotEmpty();
        return meters.stream()
                .flatMap(meter ->
                        java.util.stream.StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(measured -> measured.getValue())
                .sum();
    }

    private static void put(OnBroker on, byte[] key, byte[] value) throws Exception {
        try (var producer = on.broker.producer()) {
            var record = new ProducerRecord<>(Topics.DOCUMENTS.name(), 0, key, value);
            record.headers().add("wide", new byte[100]);
            producer.send(record).get();
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    /** A whole text that goes to the encoder as it is. */
    private static Article statement(Document of, String text) {
        var id = Ids.document("statement", text);
        return new Article(
                1,
                id,
                Ids.sha256(text),
                1,
                new Source("statement notes", "Notes", "file", "notes.example", null),
                null,
                "",
                null,
                of.publishedAt(),
                of.fetchedAt(),
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of(Article.Paragraph.of(text)));
    }

    /** The real one, but for words that stand for what a program may do. */
    private static final class Misbehaving implements Encoder {
        private final LexicalEncoder words = new LexicalEncoder();

        @Override
        public float[] encode(String text) {
            return words.encode(text);
        }

        @Override
        public Encoding encodeWords(String text) {
            switch (text) {
                case "STACK" -> deep(0);
                case "ERROR" -> throw new NoClassDefFoundError("Vectors");
                case "NEVER" -> untilGivenUp();
                default -> {
                    return words.encodeWords(text);
                }
            }
            throw new AssertionError(text);
        }

        private static int deep(int at) {
            return deep(at + 1) + deep(at + 2);
        }

        private static void untilGivenUp() {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public String id() {
            return words.id();
        }
    }
}
