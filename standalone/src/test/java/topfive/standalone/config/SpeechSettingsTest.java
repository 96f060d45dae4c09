package topfive.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.ingest.speech.SpeechToText;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;

class SpeechSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_listens_unless_a_program_is_named() throws IOException {
        assertThat(speech("")).isEqualTo(new SpeechToText(List.of(), Duration.ofMinutes(30)));
        assertThat(speech("").isOn()).isFalse();
    }

    @Test
    void the_program_gets_its_arguments_one_by_one() throws IOException {
        var yaml = "speech: {command: [whisper-cli, --output-vtt, \"-f {audio}\", \"{out}\"], timeout: 5m}\n";

        assertThat(speech(yaml))
                .isEqualTo(new SpeechToText(
                        List.of("whisper-cli", "--output-vtt", "-f {audio}", "{out}"), Duration.ofMinutes(5)));
    }

    @Test
    void a_program_that_is_not_told_what_to_listen_to_stops_the_start() {
        assertThatThrownBy(() -> speech("speech.command: [whisper-cli]\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage("speech.command [whisper-cli] does not say {audio}, where the recording's file belongs");
    }

    private SpeechToText speech(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("topfive.yml"), yaml);
        var layers = Layers.of(Optional.of(file), Map.of(), Map.of());
        return ForIngest.settings(new ReadConfiguration(layers, Path.of("/home/ada"), folder).read(), true)
                .speech();
    }
}
