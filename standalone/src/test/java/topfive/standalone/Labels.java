package topfive.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import topfive.contract.Insight;
import topfive.contract.Json;

/** What an editor said of a written day: which passages state which idea, which ideas deserve the five, what must never be picked. */
final class Labels {
    private final JsonNode labels;

    private Labels(JsonNode labels) {
        this.labels = labels;
    }

    record Passage(String idea, String source, String text) {}

    static Labels of(LocalDate day) throws IOException {
        return new Labels(Json.MAPPER.readTree(
                Files.readAllBytes(SampleDocuments.folder(day).resolve("labels.json"))));
    }

    List<Passage> passages() {
        return each("passages")
                .map(node -> new Passage(
                        node.get("idea").asText(),
                        node.get("source").asText(),
                        node.get("text").asText()))
                .toList();
    }

    /**
     * An idea of this day that an earlier day had.
     *
     * @param of the idea's id on that day
     * @param news as it is written, or "" where nothing is new
     */
    record Continued(String idea, String of, String news) {}

    List<Continued> continued() {
        return each("continues")
                .map(node -> new Continued(
                        node.get("idea").asText(),
                        node.get("of").asText().replaceFirst(".*/", ""),
                        node.get("new").asText()))
                .toList();
    }

    /** The addresses that carry one agency text. */
    List<List<String>> wire() {
        return each("wire")
                .map(texts -> StreamSupport.stream(texts.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .toList();
    }

    List<String> poor() {
        return each("poor").map(node -> node.get("text").asText()).toList();
    }

    /** @return idea to {@code five}, {@code good} or {@code minor} */
    Map<String, String> verdicts() {
        return each("ideas")
                .collect(Collectors.toMap(
                        node -> node.get("id").asText(),
                        node -> node.get("verdict").asText()));
    }

    /** The idea that an insight states: that of the passage of its source with which it shares most words, if that is most of the shorter. */
    Optional<String> idea(Insight insight) {
        var best = new ArrayList<Passage>();
        double most = 0.6;
        for (var passage : passages()) {
            var shared = insight.source().id().equals(passage.source()) ? shared(insight.claim(), passage.text()) : 0;
            if (shared >= most) {
                most = shared;
                best.add(0, passage);
            }
        }
        return best.stream().findFirst().map(Passage::idea);
    }

    boolean isPoor(Insight insight) {
        return poor().stream().anyMatch(text -> words(text).size() > 5 && shared(insight.claim(), text) > 0.8);
    }

    private static double shared(String a, String b) {
        var both = new HashSet<>(words(a));
        both.retainAll(words(b));
        return (double) both.size() / Math.min(words(a).size(), words(b).size());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .split(" "))
                .collect(Collectors.toSet());
    }

    private java.util.stream.Stream<JsonNode> each(String name) {
        return StreamSupport.stream(labels.get(name).spliterator(), false);
    }
}
