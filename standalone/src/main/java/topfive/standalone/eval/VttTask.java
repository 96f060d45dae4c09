package topfive.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import topfive.contract.Json;
import topfive.ingest.transcript.WebVtt;

/** {@code topfive eval vtt}: a folder of .vtt files to {@code {file: {ok, cues: [{id, start, end, text}]}}}, times in seconds. */
final class VttTask {
    private VttTask() {}

    static JsonNode of(Path folder) throws IOException {
        var answers = Json.MAPPER.createObjectNode();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".vtt"))
                    .sorted()
                    .toList()) {
                write(
                        WebVtt.of(Files.readAllBytes(file)),
                        answers.putObject(file.getFileName().toString()));
            }
        }
        return answers;
    }

    private static void write(WebVtt read, ObjectNode answer) {
        answer.put("ok", read.signed());
        var cues = answer.putArray("cues");
        read.cues()
                .forEach(cue -> cues.addObject()
                        .put("id", cue.id())
                        .put("start", cue.startMs() / 1000.0)
                        .put("end", cue.endMs() / 1000.0)
                        .put("text", cue.text()));
    }
}
