package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;
import topfive.ingest.fuzz.Promise;

/** robots.txt and tdmrep.json as a server may send them: rules are understood, or there are none. */
class WishesFuzzTest {
    private static final HttpUrl PAGE = HttpUrl.get("https://a.example/news/2026/a-page.html?b=c");
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");

    @FuzzTest(maxDuration = "3m")
    void robots(byte[] bytes) throws InterruptedException {
        var origins = new Origins(
                request -> request.url().endsWith("/robots.txt") ? fresh(request, bytes) : missing(), () -> NOW);

        var wishes = origins.of(PAGE);

        assertThat(wishes.delay()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
        holds(wishes);
    }

    @FuzzTest(maxDuration = "3m")
    void reserved(byte[] bytes) throws InterruptedException {
        var origins = new Origins(
                request -> request.url().endsWith(Origins.TDMREP) ? fresh(request, bytes) : missing(), () -> NOW);

        holds(origins.of(PAGE));
    }

    /** A refusal names its rule in one line. */
    private static void holds(Wishes wishes) {
        wishes.refusal(PAGE).ifPresent(refusal -> {
            assertThat(refusal).isInstanceOf(Fetched.Failed.class);
            Promise.isLine(((Fetched.Failed) refusal).why());
        });
    }

    private static Fetched fresh(Request request, byte[] bytes) {
        return new Fetched.Fresh(request.url(), bytes, "", Validators.NONE, Hints.NONE);
    }

    private static Fetched missing() {
        return Fetched.Failed.of("http-404", "not here");
    }
}
