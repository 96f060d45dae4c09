package topfive.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fuzz.Promise;
import topfive.ingest.text.Languages;

/** What a stranger may send to {@code POST /v1/documents}: its body and its signature. */
class PushFuzzTest {
    private static final CopyDesk DESK = new CopyDesk(Languages.load());
    private static final byte[] KEY = "a key that nobody knows".getBytes(StandardCharsets.UTF_8);
    private static final Instant LAST = Instant.ofEpochSecond(99_999_999_999L);

    @FuzzTest(maxDuration = "3m")
    void body(byte[] bytes) {
        Promise.isReadOrRefused(() -> {
            var pushed = Pushed.parse(bytes);
            Promise.isLine(pushed.source());
            Promise.isLink(pushed.url());
            Promise.isDate(pushed.publishedAt());
            pushed.ignored().forEach(Promise::isLine);
            Promise.holds(pushed.read(DESK), bytes.length);
        });
    }

    @FuzzTest(maxDuration = "3m")
    void signature(byte[] bytes) {
        var header = new String(bytes, StandardCharsets.ISO_8859_1);
        Signature.parse(header).ifPresent(signature -> {
            assertThat(signature.time()).isBetween(Instant.EPOCH, LAST);
            assertThat(signature.hex()).matches("[0-9a-f]{64}");
            assertThat(signature.isOf(bytes, KEY)).isFalse();
        });
    }
}
