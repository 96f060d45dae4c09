package topfive.processor.classify;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Labels that a text can have, described in words. A definition is enough; phrases and example sentences make a label sharper. Ours are
 * shipped, others are read by {@link TaxonomyFile}.
 *
 * @param version travels with what was classified by it; another text is another version
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

        /** What the definition names, without the words before its colon, which often say no more than the label. */
        String things() {
            return definition.substring(definition.indexOf(':') + 1).strip();
        }

        /** Everything that says what the label means. */
        Stream<String> texts() {
            if (things().isEmpty()) {
                return Stream.concat(Stream.of(label), examples.stream());
            }
            var said = Stream.of(definition, asReport(things()), label);
            return Stream.of(said, phrases.stream(), examples.stream()).flatMap(all -> all);
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
        return TaxonomyText.shipped("medtop.v2");
    }

    /** Our own themes for insights. */
    public static Taxonomy themes() {
        return TaxonomyText.shipped("themes.v2");
    }

    /** As a reader would meet it in the news: measured, that is worth one to three points over the things alone. */
    static String asReport(String things) {
        return "A news report about " + things + ".";
    }
}
