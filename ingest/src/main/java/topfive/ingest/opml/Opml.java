package topfive.ingest.opml;

import java.util.List;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Unreadable;

/**
 * A list of subscriptions.
 *
 * @param refused one line for each subscription that is not taken: what it is called, and why
 */
public record Opml(String title, List<Outline> outlines, List<String> refused) {
    public Opml {
        outlines = List.copyOf(outlines);
        refused = List.copyOf(refused);
    }

    /**
     * OPML 1.0, 1.1 and 2.0 as programs write it: any nesting, any case, missing texts, broken ends. Nothing outside is loaded and no
     * entity of a document type is expanded.
     *
     * @throws Unreadable {@code empty} or {@code not-opml}
     */
    public static Opml read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", "the list is empty");
        }
        return ReadOpml.of(Encoding.decode(bytes, "text/xml"));
    }

    /** As a valid OPML 2.0 file. */
    public String write(java.time.Instant created) {
        return WriteOpml.of(this, created);
    }
}
