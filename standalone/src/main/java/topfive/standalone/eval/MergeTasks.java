package topfive.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topfive.contract.Json;
import topfive.processor.choose.BestOf;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.MiniLm;
import topfive.processor.merge.Bond;
import topfive.processor.merge.Grouping;
import topfive.processor.merge.Node;
import topfive.processor.merge.Resemblance;
import topfive.processor.merge.Rules;

/** The evaluation tasks about sameness and choice. Holds no algorithm: reads, calls what the topology calls, writes. */
public final class MergeTasks {
    private MergeTasks() {}

    /** @return false where the task is none of these */
    public static boolean run(String task, Path input, Path output) {
        try {
            switch (task) {
                case "stories" -> groups(input, output, Rules.CURRENT.story());
                case "claims" -> groups(input, output, Rules.CURRENT.idea());
                case "match" -> match(input, output);
                case "topfive" -> topFive(input, output);
                default -> {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void groups(Path input, Path output, Bond bond) throws IOException {
        var groups = Grouping.of(nodes(lines(input)), bond);
        var out = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < groups.size(); i++) {
            for (var node : groups.get(i)) {
                out.add(Map.of("id", node.id(), "cluster", "c" + i));
            }
        }
        write(output, out);
    }

    private static void match(Path input, Path output) throws IOException {
        var keypoints = lines(input.resolve("keypoints.jsonl"));
        var points = nodes(keypoints);
        var items = lines(input.resolve("items.jsonl"));
        var nodes = nodes(items);
        var out = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < items.size(); i++) {
            var scores = new LinkedHashMap<String, Double>();
            for (int j = 0; j < keypoints.size(); j++) {
                if (keypoints.get(j).get("group").equals(items.get(i).get("group"))) {
                    scores.put(
                            points.get(j).id(),
                            Resemblance.between(nodes.get(i), points.get(j)).score());
                }
            }
            out.add(Map.of("id", nodes.get(i).id(), "scores", scores));
        }
        write(output, out);
    }

    private static void topFive(Path input, Path output) throws IOException {
        var byGroup = new LinkedHashMap<String, List<JsonNode>>();
        lines(input)
                .forEach(item -> byGroup.computeIfAbsent(item.get("group").asText(), group -> new ArrayList<>())
                        .add(item));
        var out = new ArrayList<Map<String, Object>>();
        try (var encoder = MiniLm.load()) {
            byGroup.forEach((group, items) ->
                    out.add(Map.of("group", group, "picks", BestOf.statements(nodes(items, encoder), Rules.CURRENT))));
        }
        write(output, out);
    }

    private static List<Node> nodes(List<JsonNode> items) {
        try (var encoder = MiniLm.load()) {
            return nodes(items, encoder);
        }
    }

    private static List<Node> nodes(List<JsonNode> items, Encoder encoder) {
        return items.stream()
                .map(item -> Node.of(item.get("id").asText(), item.get("text").asText(), encoder))
                .toList();
    }

    private static List<JsonNode> lines(Path input) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(input, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                lines.add(Json.MAPPER.readTree(line));
            }
        }
        return lines;
    }

    private static void write(Path output, List<Map<String, Object>> rows) throws IOException {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(Json.MAPPER.writeValueAsString(row)).append('\n');
        }
        Files.writeString(output, text);
    }
}
