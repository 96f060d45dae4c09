package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.contract.Json;

/** Each step of the standard's parser, one file a branch: {@code vtt/<case>.vtt} and the cues that the standard finds in it. */
class WebVttTest {
    private static final Path CASES = Path.of("src/test/resources/vtt");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_cues_are_those_that_the_standard_finds(String name) throws IOException {
        var expected = Json.MAPPER.readTree(CASES.resolve(name + ".json").toFile());
        var read = WebVtt.of(Files.readAllBytes(CASES.resolve(name + ".vtt")));

        assertThat(read.signed()).isEqualTo(expected.path("signed").asBoolean());
        var cues = new ArrayList<Cue>();
        expected.path("cues")
                .forEach(cue -> cues.add(new Cue(
                        cue.path("id").asText(),
                        cue.path("startMs").asLong(),
                        cue.path("endMs").asLong(),
                        "",
                        cue.path("text").asText())));
        assertThat(read.cues()).isEqualTo(cues);
    }

    @Test
    void a_time_of_any_number_of_hours_is_a_time() {
        var read = WebVtt.of("WEBVTT\n\n" + "9".repeat(5000) + ":00:00.000 --> 00:01.000\nLate.");

        assertThat(read.cues()).extracting(Cue::text).containsExactly("Late.");
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".vtt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }
}
