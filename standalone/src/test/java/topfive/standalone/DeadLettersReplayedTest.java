package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.DeadLetter;
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
            read.add(letter);
            return "read";
        })) {
            var said = new ArrayList<String>();
            Letters.each(on.broker, Letters.of(on.broker).waiting(), letter -> said.add(replay.again(letter)));
            return said;
        }
    }

    private static void put(OnBroker on, byte[] key, DeadLetter letter) throws Exception {
        try (var producer = on.broker.producer()) {
            producer.send(new ProducerRecord<>(
                            Topics.DEAD_LETTERS.name(), null, null, key, letter.bytes(), letter.headers()))
                    .get();
        }
    }
}
