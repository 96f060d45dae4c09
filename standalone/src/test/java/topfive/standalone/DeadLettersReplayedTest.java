package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.contract.Topics;
import topfive.standalone.letters.Letter;
import topfive.standalone.letters.Letters;
import topfive.standalone.letters.Replay;

class DeadLettersReplayedTest {
    private static final byte[] KEY = {(byte) 0xff, 1};
    private static final byte[] BYTES = {(byte) 0xc3, 0x28, 0};

    @TempDir
    Path folder;

    @Test
    void a_record_goes_back_to_the_byte_and_what_was_fetched_is_read_again_each_once() throws Exception {
        var read = new ArrayList<DeadLetter>();
        try (var on = new OnBroker(folder, ZoneOffset.UTC)) {
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "no JSON", "topfive.documents.v1/2@17"));
            put(
                    on,
                    null,
                    DeadLetter.of(null, BYTES, "failed", "parse", "?", "https://a.example/feed")
                            .of("a", "text/xml"));

            assertThat(again(on, read)).containsExactly("back on topfive.documents.v1", "read");

            var back = on.records(Topics.DOCUMENTS).get(0);
            assertThat(back.key()).isEqualTo(KEY);
            assertThat(back.value()).isEqualTo(BYTES);
            assertThat(back.partition()).isEqualTo(2);
            assertThat(DeadLetter.replays(back.headers())).isEqualTo(1);
            assertThat(read)
                    .extracting(DeadLetter::source, DeadLetter::contentType)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("a", "text/xml"));

            assertThat(again(on, read)).isEmpty();
            assertThat(on.records(Topics.DOCUMENTS)).hasSize(1);
            assertThat(Letters.of(on.broker).all()).hasSize(2).allMatch(Letters.of(on.broker)::isReplayed);
        }
    }

    @Test
    void one_that_fails_stays_and_keeps_none_behind_it_from_being_tried() throws Exception {
        var said = new ArrayList<DeadLetter>();
        try (var on = new OnBroker(folder, ZoneOffset.UTC)) {
            var huge = new byte[5 << 20];
            new Random(1).nextBytes(huge);
            put(on, null, web("gone", "https://a.example/1"));
            put(on, KEY, DeadLetter.of(null, BYTES, "failed", "merge", "?", "topfive-processor-v1-x-repartition/0@1"));
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "?", "topfive.documents.v1/4@1"));
            put(on, KEY, DeadLetter.of(null, huge, "not-a-document", "read", "?", "topfive.documents.v1/0@1"));
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "?", "topfive.documents.v1/0@2"));
            put(on, null, web("a", "https://a.example/2"));

            assertThat(again(on, said))
                    .satisfiesExactly(
                            stays -> assertThat(stays).isEqualTo("stays: its feed cannot be had"),
                            stays -> assertThat(stays)
                                    .isEqualTo("stays: there is no topfive-processor-v1-x-repartition-0 any more"),
                            stays -> assertThat(stays).isEqualTo("stays: there is no topfive.documents.v1-4 any more"),
                            stays -> assertThat(stays).startsWith("stays: its topic does not take it any more, "),
                            back -> assertThat(back).isEqualTo("back on topfive.documents.v1"),
                            read -> assertThat(read).isEqualTo("read"));

            assertThat(on.records(Topics.DOCUMENTS)).hasSize(1);
            assertThat(Letters.of(on.broker).waiting())
                    .extracting(letter -> letter.of().origin())
                    .containsExactly(
                            "https://a.example/1",
                            "topfive-processor-v1-x-repartition/0@1",
                            "topfive.documents.v1/4@1",
                            "topfive.documents.v1/0@1");
            try (var admin = on.broker.admin()) {
                assertThat(admin.listTopics().names().get()).doesNotContain("topfive-processor-v1-x-repartition");
            }
        }
    }

    @Test
    void a_number_that_is_no_letter_s_is_said() throws Exception {
        try (var on = new OnBroker(folder, ZoneOffset.UTC)) {
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "?", "topfive.documents.v1/0@1"));
            var said = new StringWriter();
            var to = new PrintWriter(said, true);
            var world = new Surroundings(Map.of(), folder, folder, folder, InstantSource.system(), false, to, to);
            var address = "kafka.bootstrap.servers=" + on.broker.address();

            assertThat(Topfive.run(world, "dead-letters", "replay", "0", "99999", "--set", address))
                    .isZero();

            assertThat(said.toString().lines())
                    .contains("99999 is no dead letter that waits", "0  back on topfive.documents.v1");
        }
    }

    @Test
    void of_two_operators_the_later_shuts_out_the_earlier_and_each_record_goes_back_once() throws Exception {
        try (var on = new OnBroker(folder, ZoneOffset.UTC)) {
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "?", "topfive.documents.v1/0@1"));
            put(on, KEY, DeadLetter.of(null, BYTES, "not-a-document", "read", "?", "topfive.documents.v1/0@2"));
            var both = Letters.of(on.broker).waiting();
            try (var earlier = replay(on);
                    var later = replay(on)) {
                assertThatThrownBy(() -> earlier.each(both, (letter, became) -> {}))
                        .isInstanceOf(Refusal.class)
                        .hasMessageStartingWith("another replay of dead letters has begun since");
                assertThat(on.records(Topics.DOCUMENTS)).isEmpty();

                later.each(both.subList(0, 1), (letter, became) -> {});
            }
            try (var last = replay(on)) {
                var became = new ArrayList<Long>();
                last.each(both, (letter, outcome) -> became.add(letter.number()));
                assertThat(became).containsExactly(both.get(1).number());
            }
            assertThat(on.records(Topics.DOCUMENTS)).hasSize(2);
        }
    }

    @Test
    void what_cannot_come_right_is_left_alone_and_says_why() {
        var whole = DeadLetter.of(null, BYTES, "failed", "parse", "?", "https://a.example/feed");

        assertThat(obstacle(whole)).isEmpty();
        assertThat(obstacle(whole.tried(DeadLetter.MOST_REPLAYS))).isEqualTo("it was tried 5 times");
        assertThat(obstacle(DeadLetter.cut(null, new byte[70 * 1024], "too-large", "fetch", "?", "https://a.example/")))
                .isEqualTo("only its first 64 KiB were kept");
        assertThat(obstacle(DeadLetter.of(null, null, "failed", "choose", "?", "timer")))
                .startsWith("it is no record");
        assertThat(obstacle(DeadLetter.of("id", BYTES, "too-large", "send", "?", "harbor")))
                .isEqualTo("it is a document that is too large for its topic");
        assertThat(obstacle(DeadLetter.of(null, BYTES, "failed", "read", "?", "topfive.daily.v1/0@3")))
                .isEqualTo("nothing is written back to topfive.daily.v1");
        assertThat(obstacle(DeadLetter.of(
                        null, BYTES, "failed", "merge", "?", "topfive-processor-v1-cells-repartition/0@3")))
                .isEmpty();
    }

    private static String obstacle(DeadLetter letter) {
        return Replay.obstacle(new Letter(0, null, letter));
    }

    private static List<String> again(OnBroker on, List<DeadLetter> read) {
        try (var replay = Replay.on(on.broker, letter -> {
            if (letter.source().equals("gone")) {
                throw new IllegalStateException("its feed cannot be had");
            }
            read.add(letter);
            return "read";
        })) {
            var said = new ArrayList<String>();
            replay.each(Letters.of(on.broker).waiting(), (letter, became) -> said.add(became));
            return said;
        }
    }

    private static Replay replay(OnBroker on) {
        return Replay.on(on.broker, letter -> "read");
    }

    private static DeadLetter web(String source, String origin) {
        return DeadLetter.of(null, BYTES, "failed", "parse", "?", origin).of(source, "text/html");
    }

    private static void put(OnBroker on, byte[] key, DeadLetter letter) throws Exception {
        var settings = new HashMap<>(on.broker.clientProperties());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.DEAD_LETTER_RECORD);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.DEAD_LETTERS.name(), null, null, key, letter.bytes(), letter.headers()))
                    .get();
        }
    }
}
