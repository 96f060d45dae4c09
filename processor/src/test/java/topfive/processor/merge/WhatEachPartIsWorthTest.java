package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.processor.encode.MiniLm;

/**
 * Which claims are one idea, with each part of the comparison switched off: a part that cannot be seen to help should go. Writes {@code
 * target/sameness.md}; with {@code -Dtopfive.data=FOLDER} of labelled texts (NAME.items.jsonl.gz, NAME.gold.jsonl.gz) for those, too.
 */
class WhatEachPartIsWorthTest {
    private static final String ALL = "all";
    private static final int MOST = 2_000;
    private static final Map<String, UnaryOperator<Node>> WITHOUT = new LinkedHashMap<>();

    static {
        WITHOUT.put(ALL, node -> node);
        WITHOUT.put(
                "words side by side",
                node -> new Node(node.id(), node.text(), node.vector(), Words.NONE, node.wording()));
        WITHOUT.put(
                "rare words",
                node -> with(node, Stems.of(Map.of()), of(node).names(), of(node).figures(), of(node).denied()));
        WITHOUT.put("figures", node -> with(node, of(node).stems(), of(node).names(), Map.of(), of(node).denied()));
        WITHOUT.put("actors", node -> with(node, of(node).stems(), Map.of(), of(node).figures(), of(node).denied()));
        WITHOUT.put("denial", node -> with(node, of(node).stems(), of(node).names(), of(node).figures(), Set.of()));
    }

    private static Wording of(Node node) {
        return node.wording();
    }

    private static Node with(
            Node node, Stems stems, Map<String, Double> names, Map<String, Set<String>> figures, Set<String> denied) {
        return new Node(
                node.id(),
                node.text(),
                node.vector(),
                node.words(),
                new Wording(stems, node.wording().shingles(), names, figures, denied));
    }

    /** Texts with the idea that each states. */
    private record Labelled(String name, List<Node> nodes, Map<String, String> ideas) {}

    private record Worth(double averagePrecision, double bCubed, double precision, double recall) {
        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f |",
                    name,
                    averagePrecision,
                    bCubed,
                    precision,
                    recall);
        }
    }

    @Test
    void words_side_by_side_rare_words_and_figures_each_tell_ideas_apart() throws IOException {
        var table = new ArrayList<String>();
        var worth = new HashMap<String, Worth>();
        try (var encoder = MiniLm.load()) {
            for (var set : sets(encoder)) {
                table.add("\n| " + set.name() + ", without | average precision | B-cubed F1 | pairs P | pairs R |");
                table.add("|---|---|---|---|---|");
                WITHOUT.forEach((part, without) -> {
                    var worthWithout = worth(set, without, Rules.CURRENT.idea());
                    table.add(worthWithout.row(part.equals(ALL) ? "nothing" : part));
                    worth.putIfAbsent(part, worthWithout);
                });
                table.add(worth(set, node -> node, new Bond(Rules.CURRENT.sameIdea(), 0))
                        .row("a least in every pair"));
            }
        }
        Files.write(Path.of("target", "sameness.md"), table);
        for (var part : List.of("words side by side", "rare words", "figures")) {
            assertThat(worth.get(part).averagePrecision())
                    .as(part)
                    .isLessThan(worth.get(ALL).averagePrecision());
        }
    }

    private static List<Labelled> sets(MiniLm encoder) throws IOException {
        var sets = new ArrayList<Labelled>();
        for (var day : List.of("2026-10-14", "2026-10-15")) {
            var nodes = new ArrayList<Node>();
            var ideas = new HashMap<String, String>();
            var labels = Path.of(System.getProperty("topfive.root", ".."), "samples", day, "labels.json");
            for (var passage : Json.MAPPER.readTree(labels.toFile()).get("passages")) {
                var id = String.format("%03d", nodes.size());
                nodes.add(Node.of(id, passage.get("text").asText(), encoder));
                ideas.put(id, passage.get("idea").asText());
            }
            sets.add(new Labelled("passages of " + day, nodes, ideas));
        }
        var folder = System.getProperty("topfive.data");
        if (folder != null) {
            try (var files = Files.list(Path.of(folder))) {
                for (var items : files.filter(file -> file.toString().endsWith(".items.jsonl.gz"))
                        .sorted()
                        .toList()) {
                    var gold = Path.of(items.toString().replace(".items.", ".gold."));
                    var ideas = ideas(lines(gold));
                    var texts = lines(items);
                    if (!ideas.isEmpty() && texts.size() <= MOST) {
                        sets.add(new Labelled(items.getFileName().toString(), nodes(texts, encoder), ideas));
                    }
                }
            }
        }
        return sets;
    }

    private static Map<String, String> ideas(List<JsonNode> gold) {
        return gold.stream()
                .filter(line -> line.path("clusters").size() == 1)
                .collect(Collectors.toMap(
                        line -> line.get("id").asText(),
                        line -> line.get("clusters").get(0).asText()));
    }

    private static List<Node> nodes(List<JsonNode> texts, MiniLm encoder) {
        return texts.stream()
                .map(line -> Node.of(line.get("id").asText(), line.get("text").asText(), encoder))
                .sorted(Comparator.comparing(Node::id))
                .toList();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var read = new ArrayList<JsonNode>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(Json.MAPPER.readTree(line));
            }
            return read;
        }
    }

    private record Pair(double score, boolean same) {}

    private static Worth worth(Labelled set, UnaryOperator<Node> without, Bond bond) {
        var nodes = set.nodes().stream().map(without).toList();
        var scores = new HashMap<String, Double>();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                var score = Resemblance.between(nodes.get(j), nodes.get(i)).score();
                scores.put(nodes.get(j).id() + " " + nodes.get(i).id(), score);
                var one = set.ideas().get(nodes.get(i).id());
                var other = set.ideas().get(nodes.get(j).id());
                if (one != null && other != null) {
                    pairs.add(new Pair(score, one.equals(other)));
                }
            }
        }
        var groups = AverageLink.groups(nodes, (a, b) -> scores.get(a.id() + " " + b.id()), bond);
        return counted(
                averagePrecision(pairs),
                groups.stream()
                        .map(group -> group.stream()
                                .map(node -> set.ideas().get(node.id()))
                                .filter(idea -> idea != null)
                                .toList())
                        .filter(group -> !group.isEmpty())
                        .toList());
    }

    private static double averagePrecision(List<Pair> pairs) {
        var ranked = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::score).reversed())
                .toList();
        double sum = 0;
        int same = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).same()) {
                same++;
                sum += same / (i + 1.0);
            }
        }
        return sum / same;
    }

    /** B-cubed: Bagga and Baldwin 1998. */
    private static Worth counted(double averagePrecision, List<List<String>> groups) {
        var sizes = groups.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(idea -> idea, Collectors.counting()));
        double n = groups.stream().mapToInt(List::size).sum();
        double precision = 0;
        double recall = 0;
        double right = 0;
        double merged = 0;
        for (var group : groups) {
            merged += pairsOf(group.size());
            for (var here : group.stream()
                    .collect(Collectors.groupingBy(idea -> idea, Collectors.counting()))
                    .entrySet()) {
                double count = here.getValue();
                precision += count * count / group.size() / n;
                recall += count * count / sizes.get(here.getKey()) / n;
                right += pairsOf(here.getValue());
            }
        }
        var wanted = sizes.values().stream()
                .mapToDouble(WhatEachPartIsWorthTest::pairsOf)
                .sum();
        return new Worth(
                averagePrecision, 2 * precision * recall / (precision + recall), right / merged, right / wanted);
    }

    private static double pairsOf(long count) {
        return count * (count - 1) / 2.0;
    }
}
