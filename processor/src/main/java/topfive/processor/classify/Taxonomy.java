package topfive.processor.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Labels that a text can have, described in words. A definition is enough; phrases and example sentences make a label sharper.
 *
 * @param version travels with what was classified by it
 */
public record Taxonomy(String version, List<Entry> labels) {

    /**
     * @param code what programs filter by, e.g. {@code medtop:04000000}
     * @param label what people read
     */
    public record Entry(String code, String label, String definition, List<String> phrases, List<String> examples) {
        public Entry {
            if (code.isBlank() || label.isBlank()) {
                throw new IllegalArgumentException(
                        "a label needs a code and a name: \"" + code + "\", \"" + label + "\"");
            }
            phrases = List.copyOf(phrases);
            examples = List.copyOf(examples);
        }

        public static Entry of(String code, String label, String definition) {
            return new Entry(code, label, definition, List.of(), List.of());
        }
    }

    public Taxonomy {
        labels = List.copyOf(labels);
        var codes = new HashSet<String>();
        for (var entry : labels) {
            if (!codes.add(entry.code())) {
                throw new IllegalArgumentException(
                        "taxonomy " + version + ": two labels have the code " + entry.code());
            }
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("taxonomy " + version + " has no labels");
        }
    }

    /** IPTC Media Topics, top level. */
    public static Taxonomy mediaTopics() {
        return shipped("medtop.v1");
    }

    /** Our own themes for insights. */
    public static Taxonomy themes() {
        return shipped("themes.v1");
    }

    /**
     * Reads the form that {@code medtop.v1.txt} explains.
     *
     * @throws IllegalArgumentException naming the line that is not understood
     */
    public static Taxonomy read(String version, String text) {
        var drafts = new ArrayList<Draft>();
        var lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#") && !Draft.take(drafts, line)) {
                throw new IllegalArgumentException("taxonomy " + version + ", line " + (i + 1)
                        + ": expected \"= code | label\" first, then lines that begin with : ~ or -, found \"" + line
                        + "\"");
            }
        }
        return new Taxonomy(version, drafts.stream().map(Draft::entry).toList());
    }

    private static Taxonomy shipped(String version) {
        var name = "/topfive/processor/taxonomy/" + version + ".txt";
        try (var stream = Taxonomy.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing on the class path");
            }
            return read(version, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("taxonomy " + version + " cannot be read", e);
        }
    }

    /** A label while its lines are being read. */
    private static final class Draft {
        private final String code;
        private final String label;
        private String definition = "";
        private final List<String> phrases = new ArrayList<>();
        private final List<String> examples = new ArrayList<>();

        private Draft(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** @return whether the line could be understood */
        static boolean take(List<Draft> drafts, String line) {
            var rest = line.substring(1).strip();
            int bar = rest.indexOf('|');
            if (line.charAt(0) == '=' && bar > 0) {
                return drafts.add(new Draft(
                        rest.substring(0, bar).strip(), rest.substring(bar + 1).strip()));
            }
            return !drafts.isEmpty() && drafts.get(drafts.size() - 1).take(line.charAt(0), rest);
        }

        private boolean take(char kind, String rest) {
            switch (kind) {
                case ':' -> definition = rest;
                case '~' -> phrases.addAll(List.of(rest.split("\\s*,\\s*")));
                case '-' -> examples.add(rest);
                default -> {
                    return false;
                }
            }
            return true;
        }

        Entry entry() {
            return new Entry(code, label, definition, phrases, examples);
        }
    }
}
