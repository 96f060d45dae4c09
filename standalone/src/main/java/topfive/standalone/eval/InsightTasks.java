package topfive.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import topfive.contract.Json;
import topfive.processor.classify.Prototypes;
import topfive.processor.classify.TaxonomyFile;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.MiniLm;
import topfive.processor.insight.Centrality;
import topfive.processor.insight.Sentence;
import topfive.processor.insight.Sentences;
import topfive.processor.merge.Node;
import topfive.processor.merge.Resemblance;

/** The tasks of {@code topfive eval} that score the processor's classes: each reads, calls one class, writes. No algorithm stands here. */
public final class InsightTasks {
    private static final Pattern WRAPPED = Pattern.compile("[^\\S\\r\\n]*[\\r\\n]\\s*");

    private InsightTasks() {}

    /**
     * @return false where the task is none of these
     * @throws IOException naming the file that cannot be read or written
     */
    public static boolean run(String task, Path input, Path output) throws IOException {
        switch (task) {
            case "sentences" -> sentences(input, output);
            case "extract" -> perLine(input, output, InsightTasks::extract);
            case "pairs" -> pairs(input, output);
            case "classify" -> classify(input, output);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void sentences(Path input, Path output) throws IOException {
        var answers = new ArrayList<List<String>>();
        for (var text : Json.MAPPER.readTree(input.toFile())) {
            answers.add(Sentences.of(text.asText()).stream()
                    .map(Sentence::text)
                    .map(sentence -> WRAPPED.matcher(sentence).replaceAll(" "))
                    .toList());
        }
        Files.write(output, Json.bytes(answers));
    }

    private static Map<String, Object> extract(JsonNode document) {
        var sentences = new ArrayList<String>();
        document.get("sents").forEach(sentence -> sentences.add(sentence.asText()));
        var centrality = Centrality.of(sentences);
        var ranked = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -centrality[i]))
                .toList();
        return Map.of("id", document.get("id"), "ranked", ranked);
    }

    private static void pairs(Path input, Path output) throws IOException {
        try (var encoder = MiniLm.load()) {
            perLine(input, output, pair -> Map.of("id", pair.get("id"), "score", closeness(encoder, pair)));
        }
    }

    private static double closeness(Encoder encoder, JsonNode pair) {
        return Resemblance.between(
                        Node.of("a", pair.get("a").asText(), encoder),
                        Node.of("b", pair.get("b").asText(), encoder))
                .score();
    }

    private static void classify(Path folder, Path output) throws IOException {
        try (var encoder = MiniLm.load()) {
            var taxonomy = TaxonomyFile.read(folder.resolve("taxonomy.json"));
            var prototypes = Prototypes.of(taxonomy, encoder);
            perLine(folder.resolve("items.jsonl"), output, item -> {
                var vector = encoder.encode(item.get("text").asText());
                return Map.of(
                        "id", item.get("id"), "label", prototypes.best(vector).code());
            });
        }
    }

    private static void perLine(Path input, Path output, Function<JsonNode, Map<String, Object>> answer)
            throws IOException {
        try (var lines = Files.lines(input, StandardCharsets.UTF_8);
                var out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            for (var line : (Iterable<String>) lines.filter(l -> !l.isBlank())::iterator) {
                out.write(new String(Json.bytes(answer.apply(Json.MAPPER.readTree(line))), StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }
}
