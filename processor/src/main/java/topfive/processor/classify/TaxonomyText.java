package topfive.processor.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The form of the shipped taxonomies, which {@code medtop.v2.txt} explains: made for writing many sentences by hand. */
final class TaxonomyText {
    private final String code;
    private final String label;
    private String definition = "";
    private final List<String> phrases = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();

    private TaxonomyText(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** @throws IllegalArgumentException naming the line that is not understood */
    static Taxonomy read(String version, String text) {
        var drafts = new ArrayList<TaxonomyText>();
        var lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#") && !take(drafts, line)) {
                throw new IllegalArgumentException("taxonomy " + version + ", line " + (i + 1)
                        + ": expected \"= code | label\" first, then lines that begin with : ~ or -, found \"" + line
                        + "\"");
            }
        }
        return new Taxonomy(version, drafts.stream().map(TaxonomyText::entry).toList());
    }

    static Taxonomy shipped(String version) {
        var name = "/topfive/processor/taxonomy/" + version + ".txt";
        try (var stream = TaxonomyText.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing on the class path");
            }
            return read(version, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("taxonomy " + version + " cannot be read", e);
        }
    }

    /** @return whether the line could be understood */
    private static boolean take(List<TaxonomyText> drafts, String line) {
        var rest = line.substring(1).strip();
        int bar = rest.indexOf('|');
        if (line.charAt(0) == '=' && bar > 0) {
            return drafts.add(new TaxonomyText(
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

    private Taxonomy.Entry entry() {
        return new Taxonomy.Entry(code, label, definition, phrases, examples);
    }
}
