package topfive.processor.merge;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import topfive.contract.Document;
import topfive.contract.Episode;

/**
 * Where a document's text comes from, as far as it can be told from the document alone.
 *
 * @param credits agencies, outlets and authors that it names as its origin, in the form of {@link Credits#key}; sorted
 * @param sketch of its text
 */
public record Origin(List<String> credits, Sketch sketch) {
    /** Of a claim that stands in no document, or that was read before there were origins. */
    public static final Origin UNKNOWN = new Origin(List.of(), Sketch.NONE);

    public Origin {
        credits = credits == null ? List.of() : List.copyOf(credits);
        sketch = Objects.requireNonNullElse(sketch, Sketch.NONE);
    }

    public static Origin of(Document document) {
        return new Origin(List.copyOf(new TreeSet<>(Credits.of(document))), Sketch.of(texts(document)));
    }

    /** Adverts and openings are the site's, not the text's. */
    private static List<String> texts(Document document) {
        return document instanceof Episode episode
                ? episode.turns().stream()
                        .filter(turn -> turn.kind() == Episode.Kind.SPEECH)
                        .map(Episode.Turn::text)
                        .toList()
                : document.texts();
    }

    boolean sharesCredit(Origin other) {
        return credits.stream().anyMatch(other.credits::contains);
    }
}
