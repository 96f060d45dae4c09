package topfive.standalone.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import topfive.processor.merge.Rules;
import topfive.standalone.Refusal;

/** Rules of one's own, as YAML or JSON: some of the thresholds and weights; what is not named stays as it is built in. */
public final class RulesFile {
    private final Path file;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private RulesFile(Path file) {
        this.file = file;
    }

    /** @throws Refusal naming file, line, key and what is expected */
    public static Rules read(Path file) {
        var read = new RulesFile(file);
        var root = read.root();
        if (root != null) {
            read.take("", read.mapping(root));
        }
        read.mustAddUp();
        try {
            return EveryRule.with(read.values);
        } catch (IllegalArgumentException e) {
            throw Refusal.configuration(file + ": " + e.getMessage(), "correct it there");
        }
    }

    private Node root() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(Files.readString(file)));
        } catch (MarkedYAMLException e) {
            throw Refusal.configuration(
                    file
                            + (e.getProblemMark() == null
                                    ? ""
                                    : " line " + (e.getProblemMark().getLine() + 1)) + " is not YAML: "
                            + e.getProblem(),
                    "each line is key: value, e.g. same-idea: 0.7");
        } catch (YAMLException e) {
            throw Refusal.configuration(
                    file + " is not YAML: " + e.getMessage().lines().findFirst().orElse(""),
                    "each line is key: value, e.g. same-idea: 0.7");
        } catch (IOException e) {
            throw Refusal.configuration(
                    "cannot read the rules " + file + (Files.exists(file) ? ": " + e.getMessage() : ": no such file"),
                    "name a file of rules as UTF-8; topfive config show prints those in force");
        }
    }

    private MappingNode mapping(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw Refusal.configuration(
                place(node) + " is no list of rules", "each line is key: value, e.g. same-idea: 0.7");
    }

    private void take(String prefix, MappingNode mapping) {
        for (var entry : mapping.getValue()) {
            var key = prefix + ((entry.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "");
            if (EveryRule.groups().containsKey(key)) {
                take(key + ".", mapping(entry.getValueNode()));
            } else if (!EveryRule.BUILT_IN.containsKey(key)) {
                throw Refusal.configuration(
                        "unknown rule " + key + " in " + place(entry.getKeyNode()),
                        "did you mean "
                                + Nearest.to(key, EveryRule.BUILT_IN.keySet()).orElse("") + "?");
            } else if (values.put(key, value(key, entry.getValueNode())) != null) {
                throw Refusal.configuration(
                        key + " stands twice in " + place(entry.getKeyNode()), "remove one of them");
            }
        }
    }

    private Object value(String key, Node node) {
        var range = RangeOfRule.like(EveryRule.BUILT_IN.get(key));
        var text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        return range.read(text)
                .orElseThrow(() -> Refusal.configuration(
                        key + " in " + place(node) + " is \"" + text + "\"", "expected " + range.expected()));
    }

    /** Parts that are shares of one whole today must be shares of the same whole tomorrow, or scores cannot be compared. */
    private void mustAddUp() {
        EveryRule.groups().forEach((group, members) -> {
            var whole = sum(members, EveryRule.BUILT_IN);
            var now = new LinkedHashMap<>(EveryRule.BUILT_IN);
            now.putAll(values);
            if (whole == 1000 && sum(members, now) != whole) {
                throw Refusal.configuration(
                        group + " in " + file + " add up to " + sum(members, now), "expected " + whole + " together");
            }
        });
    }

    private static int sum(List<String> members, Map<String, Object> values) {
        return members.stream()
                .map(values::get)
                .filter(Integer.class::isInstance)
                .mapToInt(Integer.class::cast)
                .sum();
    }

    private String place(Node node) {
        return file + " line " + (node.getStartMark().getLine() + 1);
    }
}
