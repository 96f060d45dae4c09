package topfive.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The text of an element: as it stands where it was escaped, as markup where it was not. Atom's types and modes and the {@code base64} of
 * Atom 0.3 are seen through.
 */
final class TextOf {
    private TextOf() {}

    static String tag(Tag tag) {
        var type = tag.word("type");
        if (tag.word("mode").equals("base64")
                || tag.word("encoding").equals("base64")
                || type.equals("application/octet-stream")) {
            return decoded(tag.text());
        }
        if (!tag.holdsMarkup()) {
            return tag.text();
        }
        // the <div> that XHTML content must be wrapped in is not part of it (RFC 4287, 3.1.1.3)
        boolean wrapped = type.contains("xhtml") || type.contains("xml");
        return tag.only()
                .filter(inner -> wrapped && inner.localName().equals("div"))
                .map(Tag::markup)
                .orElseGet(tag::markup);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
