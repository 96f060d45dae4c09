package topfive.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Json;

class VttTaskTest {
    @TempDir
    private Path folder;

    @Test
    void each_file_answers_with_its_cues_in_seconds_and_raw_text() throws IOException {
        Files.writeString(
                folder.resolve("good.vtt"),
                "WEBVTT\n\none\n00:01.500 --> 01:00:02.000 align:start\n<v Mara>The gate &amp;\nthe weir.\n");
        Files.write(
                folder.resolve("bad.vtt"),
                "WEBVTTX\n\n00:01.000 --> 00:02.000\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("notes.txt"), "not asked for");
        var output = folder.resolve("out.json");

        assertThat(IngestTasks.run("vtt", folder, output)).isTrue();
        assertThat(Json.MAPPER.readTree(output.toFile())).isEqualTo(Json.MAPPER.readTree("""
                {"bad.vtt":{"ok":false,"cues":[]},
                 "good.vtt":{"ok":true,"cues":[{"id":"one","start":1.5,"end":3602.0,"text":"<v Mara>The gate &amp;\\nthe weir."}]}}"""));
    }
}
