package topfive.standalone.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import topfive.standalone.Refusal;

/**
 * The text of a topfive.yml, of which only the list of sources is changed: letters are put in or taken out at the places that the YAML
 * parser names, so that comments, order and spelling of all else stay. Whether the result is right is for the reader of settings to say.
 */
public final class SourcesText {
    private final String text;
    private final String lineEnd;
    private final MappingNode root;

    private SourcesText(String text, MappingNode root) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.root = root;
    }

    /** @throws Refusal where it is no YAML mapping */
    public static SourcesText of(String text) {
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            var root = new Yaml(options).compose(new StringReader(text));
            if (root != null && !(root instanceof MappingNode)) {
                throw notOurs();
            }
            return new SourcesText(text, (MappingNode) root);
        } catch (YAMLException e) {
            throw notOurs();
        }
    }

    private static Refusal notOurs() {
        return Refusal.configuration(
                "topfive.yml is no list of settings", "say what is wrong with: topfive config check");
    }

    /** @param entries each as one YAML flow mapping, {@code {id: x, url: "..."}} */
    public String with(List<String> entries) {
        if (entries.isEmpty()) {
            return text;
        }
        var sources = sources();
        if (sources.isEmpty()) {
            return text + (text.isEmpty() || text.endsWith("\n") ? "" : lineEnd) + "sources:" + lines(entries, 2)
                    + lineEnd;
        }
        if (!(sources.get().getValueNode() instanceof SequenceNode list)) {
            return inserted(lineEndAfter(end(sources.get().getKeyNode())), lines(entries, 2)); // "sources:" and nothing
        }
        if (list.getValue().isEmpty()) {
            int from = start(list);
            while (text.charAt(from - 1) == ' ') {
                from--;
            }
            var emptied = new StringBuilder(text).delete(from, end(list));
            return emptied.insert(endOfLine(emptied, from), lines(entries, 2)).toString();
        }
        var last = list.getValue().get(list.getValue().size() - 1);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            boolean oneLine =
                    list.getStartMark().getLine() == last.getStartMark().getLine();
            var between = oneLine
                    ? ", "
                    : "," + lineEnd + " ".repeat(last.getStartMark().getColumn());
            return inserted(end(last), between + String.join(between, entries));
        }
        return inserted(
                lineEndAfter(lastEnd(last)), lines(entries, list.getStartMark().getColumn()));
    }

    /** @throws Refusal where there is no such entry */
    public String without(String id) {
        var list = (SequenceNode) sources().map(NodeTuple::getValueNode).orElseThrow(() -> unknown(id));
        var entry = entry(id);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return withoutFlow(list, entry);
        }
        int from = text.lastIndexOf('\n', text.lastIndexOf('-', start(entry) - 1)) + 1;
        int to = lineEndAfter(lastEnd(entry));
        var rest = new StringBuilder(text).delete(from, Math.min(text.length(), to + (to < text.length() ? 1 : 0)));
        if (list.getValue().size() == 1) {
            int colon = text.indexOf(':', end(sources().orElseThrow().getKeyNode()));
            rest.insert(colon + 1, " []");
        }
        return rest.toString();
    }

    private String withoutFlow(SequenceNode list, MappingNode entry) {
        int at = list.getValue().indexOf(entry);
        int from = at == 0 ? start(entry) : end(list.getValue().get(at - 1));
        int to = at == 0 && list.getValue().size() > 1 ? start(list.getValue().get(1)) : end(entry);
        return new StringBuilder(text).delete(from, to).toString();
    }

    /** @throws Refusal where there is no such entry */
    public String setting(String id, String key, String value) {
        var entry = entry(id);
        for (var pair : entry.getValue()) {
            if (scalar(pair.getKeyNode()).equals(key)) {
                return new StringBuilder(text)
                        .replace(start(pair.getValueNode()), end(pair.getValueNode()), value)
                        .toString();
            }
        }
        var last = entry.getValue().get(entry.getValue().size() - 1).getValueNode();
        if (entry.getFlowStyle() == FlowStyle.FLOW) {
            return inserted(end(last), ", " + key + ": " + value);
        }
        var line = lineEnd + " ".repeat(entry.getStartMark().getColumn()) + key + ": " + value;
        return inserted(lineEndAfter(lastEnd(last)), line);
    }

    private Optional<NodeTuple> sources() {
        return root == null
                ? Optional.empty()
                : root.getValue().stream()
                        .filter(pair -> scalar(pair.getKeyNode()).equals("sources"))
                        .findFirst();
    }

    private MappingNode entry(String id) {
        var entries = new ArrayList<Node>();
        if (sources().map(NodeTuple::getValueNode).orElse(null) instanceof SequenceNode list) {
            entries.addAll(list.getValue());
        }
        return entries.stream()
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(pair -> scalar(pair.getKeyNode()).equals("id")
                                && scalar(pair.getValueNode()).strip().equals(id)))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static Refusal unknown(String id) {
        return Refusal.failed("there is no source " + id + " in topfive.yml", "see them with: topfive sources list");
    }

    private String lines(List<String> entries, int column) {
        var lines = new StringBuilder();
        entries.forEach(entry ->
                lines.append(lineEnd).append(" ".repeat(column)).append("- ").append(entry));
        return lines.toString();
    }

    private String inserted(int at, String more) {
        var result = new StringBuilder(text).insert(at, more);
        return result.charAt(result.length() - 1) == '\n'
                ? result.toString()
                : result.append(lineEnd).toString();
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** A block's own end lies behind the blank lines and comments that follow it; that of its last word does not. */
    private int lastEnd(Node node) {
        var last = node;
        while (last instanceof CollectionNode<?> collection
                && collection.getFlowStyle() != FlowStyle.FLOW
                && !collection.getValue().isEmpty()) {
            var child = collection.getValue().get(collection.getValue().size() - 1);
            last = child instanceof NodeTuple pair ? pair.getValueNode() : (Node) child;
        }
        return end(last);
    }

    /** Where the line ends that a place is in; its comment belongs to it. */
    private int lineEndAfter(int at) {
        return endOfLine(text, at);
    }

    private static int endOfLine(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int start(Node node) {
        return place(node.getStartMark());
    }

    private int end(Node node) {
        return place(node.getEndMark());
    }

    /** The parser counts characters of Unicode. */
    private int place(Mark mark) {
        return text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }
}
