package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.speech.Heard;
import topfive.ingest.speech.SpeechToText;

class ListeningTest {
    private static final String AUDIO = "https://cdn.example/1.mp3";

    private final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    private final Web web = request -> {
        fetched.add(request.url());
        return request.url().equals(AUDIO)
                ? new Fetched.Fresh(AUDIO, new byte[] {1, 2, 3}, "audio/mpeg", Validators.NONE, Hints.NONE)
                : Fetched.Failed.of("http-404", "not here");
    };

    @Test
    void a_recording_is_heard_once_beside_the_visits_and_found_by_a_later_one() {
        try (var listening = listening("says-it")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> listening.hear(AUDIO).isPresent());

            assertThat(listening.hear(AUDIO)).get().isInstanceOf(Heard.Words.class);
            assertThat(fetched).containsExactly(AUDIO);
        }
    }

    @Test
    void a_recording_that_is_not_to_be_had_is_not_waited_for() {
        try (var listening = listening("says-it")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> listening.hear("https://cdn.example/2.mp3").isPresent());

            assertThat(listening.hear("https://cdn.example/2.mp3"))
                    .get()
                    .isInstanceOfSatisfying(
                            Heard.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo("no-audio"));
        }
    }

    @Test
    void the_visit_does_not_wait_for_it() {
        try (var listening = listening("hangs")) {
            assertThat(listening.hear(AUDIO)).isEqualTo(Optional.empty());
        }
    }

    private Listening listening(String manner) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "topfive.ingest.speech.FakeListener",
                manner,
                "{audio}",
                "{out}");
        return new Listening(new SpeechToText(command, Duration.ofMinutes(5)), web);
    }
}
