package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;

class VisitWebTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");

    private final HostWaits waits = new HostWaits(url -> url.contains("//own.example"));
    private final List<String> asked = new ArrayList<>();
    private Instant now = NOON;
    private Fetched answer = Fetched.Failed.of("too-slow", "");

    @Test
    void who_does_not_answer_three_times_rests_for_longer_and_longer() throws InterruptedException {
        for (int minute = 0; minute < 60; minute++) {
            now = NOON.plus(Duration.ofMinutes(minute));
            visit().get(Request.of("https://a.example/" + minute, 100));
        }

        assertThat(asked)
                .containsExactly(
                        "https://a.example/0",
                        "https://a.example/1",
                        "https://a.example/2",
                        "https://a.example/17",
                        "https://a.example/47");
    }

    @Test
    void an_answer_makes_good_for_the_silence_before_it() throws InterruptedException {
        var visit = visit();
        for (int request = 0; request < 12; request++) {
            answer = Fetched.Failed.of(request % 3 == 2 ? "http-404" : "unreachable", "");
            visit.get(Request.of("https://a.example/" + request, 100));
        }

        assertThat(asked).hasSize(12);
    }

    @Test
    void machines_of_our_own_are_asked_again_at_once_and_wait_only_when_they_say_so() throws InterruptedException {
        var visit = visit();
        for (int request = 0; request < 5; request++) {
            visit.get(Request.of("http://own.example:8000/", 100));
        }
        assertThat(asked).hasSize(5);

        answer = new Fetched.Later(NOON.plusSeconds(60), "later");
        visit.get(Request.of("http://own.example:8000/", 100));
        visit.get(Request.of("http://own.example:8000/", 100));
        visit.get(Request.of("http://own.example:9000/", 100));
        assertThat(asked).hasSize(7);
        assertThat(visit.met())
                .extracting(SourceState.Wait::host)
                .containsExactly("own.example:8000", "own.example:9000");
    }

    @Test
    void what_is_reserved_against_text_mining_is_not_read() throws InterruptedException {
        var reserved = new Hints(null, null, true, List.of());
        answer = new Fetched.Fresh("https://a.example/", new byte[9], "", Validators.NONE, reserved);

        assertThat(visit().get(Request.of("https://a.example/", 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("reserved"));
    }

    @Test
    void a_visit_that_takes_too_long_leaves_the_rest_for_the_next_one() throws InterruptedException {
        answer = Fetched.Failed.of("http-404", "");
        var visit = visit();
        visit.get(Request.of("https://a.example/1", 100));
        now = NOON.plus(Duration.ofMinutes(11));
        visit.get(Request.of("https://a.example/2", 100));
        visit().get(Request.of("https://a.example/3", 100));

        assertThat(asked).containsExactly("https://a.example/1", "https://a.example/3");
    }

    private VisitWeb visit() {
        Web web = request -> {
            asked.add(request.url());
            return answer;
        };
        return new VisitWeb(web, waits, () -> now);
    }
}
