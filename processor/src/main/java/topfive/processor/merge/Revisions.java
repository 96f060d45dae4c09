package topfive.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All texts that one document id has had; the current one is the one with the greatest (earliest fetch of that text, content hash). */
public record Revisions(List<Reading> texts) {
    private static final Comparator<Reading> LATEST =
            Comparator.comparing(Reading::fetchedAt).thenComparing(Reading::contentHash);

    public Revisions {
        texts = List.copyOf(texts);
    }

    public static Revisions of(Reading reading) {
        return new Revisions(List.of(reading));
    }

    public Revisions with(Reading reading) {
        var all = new ArrayList<Reading>();
        var holds = reading;
        for (var text : texts) {
            if (text.contentHash().equals(reading.contentHash())) {
                holds = Reading.HOLDS.compare(text, holds) <= 0 ? text : holds;
            } else {
                all.add(text);
            }
        }
        all.add(holds);
        all.sort(LATEST);
        return new Revisions(all);
    }

    /** The reading that holds for this text. */
    public Reading of(String contentHash) {
        return texts.stream()
                .filter(text -> text.contentHash().equals(contentHash))
                .findFirst()
                .orElseThrow();
    }

    public Reading current() {
        return texts.get(texts.size() - 1);
    }
}
