package topfive.ingest.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.ingest.transcript.Transcript;

class SpeechToTextTest {
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    @TempDir
    private Path elsewhere;

    @Test
    void what_the_program_leaves_in_its_file_is_the_transcript() throws Exception {
        var words = words(listen("leaves-file", ENOUGH));

        assertThat(Transcript.turns(words, List.of()).get(0).text())
                .isEqualTo("The gate is open: https://cast.example/1.mp3.");
        assertThat(listen("leaves-file-with-ending", ENOUGH))
                .isInstanceOfSatisfying(
                        Heard.Words.class, heard -> assertThat(heard.name()).isEqualTo("transcript.vtt"));
    }

    @Test
    void without_a_file_what_it_says_is_the_transcript() throws InterruptedException {
        assertThat(words(listen("says-it", ENOUGH))).isEqualTo(FakeListener.VTT);
    }

    @Test
    void every_failure_has_a_name_and_a_line() throws InterruptedException {
        assertThat(failure("says-nothing"))
                .isEqualTo("speech-silent: JAVA left no transcript, neither in {out} nor on its standard output");
        assertThat(failure("fails")).isEqualTo("speech-failed: JAVA ended with 3: the model is missing");
        assertThat(failure("never-stops-talking")).isEqualTo("speech-too-large: JAVA said more than 3072 KiB");
        assertThat(failure("leaves-too-much")).isEqualTo("speech-too-large: JAVA left more than 3072 KiB");
        assertThat(said(new SpeechToText(List.of("no-such-program-here", "{audio}"), ENOUGH)
                        .listen("https://cast.example/1.mp3", this::bring)))
                .startsWith("speech-not-started: no-such-program-here cannot be started:");
        Heard.Download gone = (url, folder) -> {
            throw new IOException("answers 404");
        };
        assertThat(said(listener("says-it", ENOUGH).listen("https://cast.example/1.mp3", gone)))
                .isEqualTo("no-audio: https://cast.example/1.mp3 cannot be had: answers 404");
    }

    @Test
    void a_program_that_hangs_is_stopped_with_all_it_started() throws InterruptedException {
        var before = ProcessHandle.current().descendants().count();

        assertThat(said(listen("hangs", Duration.ofMillis(300)))).endsWith("took longer than 0.3 s: stopped");
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .count())
                .isLessThanOrEqualTo(before);
    }

    @Test
    void the_program_gets_no_input_and_none_of_our_settings() throws InterruptedException {
        assertThat(words(listen("reads-its-input", ENOUGH))).isEqualTo("read 0 bytes");
        var environment = new HashMap<>(Map.of("PATH", "/bin", "TOPFIVE_INGEST_TOKEN", "s3cret"));
        Run.keepSecrets(environment);
        assertThat(environment).containsOnlyKeys("PATH");
        assertThat(words(listen("says-its-settings", ENOUGH))).isEqualTo("none");
    }

    @Test
    void an_argument_is_one_argument_whatever_stands_in_it() throws Exception {
        Heard.Download odd =
                (url, folder) -> Files.writeString(folder.resolve("a b; rm -rf $HOME `id` \"x\".mp3"), "shut tight");

        assertThat(words(listener("leaves-file", ENOUGH).listen("https://cast.example/1.mp3", odd)))
                .contains("The gate is shut tight.");
    }

    @Test
    void nothing_is_left_behind() throws InterruptedException {
        var folders = new java.util.ArrayList<Path>();
        Heard.Download noting = (url, folder) -> {
            folders.add(folder);
            return bring(url, folder);
        };
        listener("leaves-file", ENOUGH).listen("https://cast.example/1.mp3", noting);

        assertThat(folders).hasSize(1).allSatisfy(folder -> assertThat(folder).doesNotExist());
    }

    @Test
    void off_is_off_and_a_command_without_its_recording_is_refused() throws InterruptedException {
        assertThat(SpeechToText.off().listen("https://cast.example/1.mp3", this::bring))
                .isEqualTo(new Heard.Off());
        assertThatThrownBy(() -> new SpeechToText(List.of("whisper"), ENOUGH))
                .hasMessage("speech.command [whisper] does not say {audio}, where the recording's file belongs");
        assertThatThrownBy(() -> new SpeechToText(List.of(), Duration.ZERO))
                .hasMessageContaining("speech.timeout PT0S");
    }

    private Path bring(String url, Path folder) throws IOException {
        return Files.writeString(folder.resolve("audio"), "open: " + url);
    }

    private Heard listen(String behaviour, Duration limit) throws InterruptedException {
        return listener(behaviour, limit).listen("https://cast.example/1.mp3", this::bring);
    }

    private static SpeechToText listener(String behaviour, Duration limit) {
        var classes = System.getProperty("java.class.path");
        return new SpeechToText(
                List.of(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        FakeListener.class.getName(),
                        behaviour,
                        "{audio}",
                        "{out}"),
                limit);
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    private String failure(String behaviour) throws InterruptedException {
        return said(listen(behaviour, ENOUGH)).replace(java(), "JAVA");
    }

    private static String said(Heard heard) {
        var failed = (Heard.Failed) heard;
        return failed.reason() + ": " + failed.why();
    }

    private static String words(Heard heard) {
        return new String(((Heard.Words) heard).transcript(), StandardCharsets.UTF_8);
    }
}
