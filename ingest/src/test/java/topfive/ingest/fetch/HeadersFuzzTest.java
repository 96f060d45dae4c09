package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;
import topfive.ingest.fuzz.Promise;

/** What a server says beside its content, and where it sends us. */
class HeadersFuzzTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final HttpUrl AT = HttpUrl.get("http://a.example/b/c?d=e");

    @FuzzTest(maxDuration = "3m")
    void address(byte[] bytes) {
        var stated = text(bytes);
        try {
            holds(WebAddress.of(stated));
        } catch (Refused e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            holds(WebAddress.next(AT, stated));
        } catch (Refused e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** What is checked is what is asked: its own text means the same address. */
    private static void holds(HttpUrl url) throws Refused {
        assertThat(url.scheme()).isIn("http", "https");
        assertThat(url.host()).isNotBlank();
        assertThat(url.username() + url.password()).isEmpty();
        assertThat(url.encodedFragment()).isNull();
        Promise.isLink(url.toString());
        assertThat(WebAddress.of(url.toString())).isEqualTo(url);
    }

    @FuzzTest(maxDuration = "3m")
    void retryAfter(byte[] bytes) {
        assertThat(RetryAfter.from(text(bytes), NOW)).isBetween(NOW, LAST);
    }

    @FuzzTest(maxDuration = "3m")
    void link(byte[] bytes) {
        var headers = List.of(text(bytes).split("\n"));

        var links = LinkHeader.read(headers, AT);

        assertThat(links).hasSizeLessThanOrEqualTo(10);
        links.forEach(link -> {
            assertThat(link.rel()).isIn("hub", "self");
            assertThat(link.target()).isNotEmpty();
            Promise.isLink(link.target());
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
