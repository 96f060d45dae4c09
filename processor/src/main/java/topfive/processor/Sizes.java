package topfive.processor;

import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.processor.merge.Reading;

/**
 * Sizes are checked before forward: under exactly-once an oversized record stalls the application for good. A topic takes a mebibyte
 * unless it says otherwise. An edition holds at most fifty pieces of evidence and fifteen claims, so insights of this size always fit.
 */
final class Sizes {
    /** Bytes of an insight, or of what a reading says besides its insights; five times what real ones need. */
    private static final int SAID = 14 * 1024;

    private static final int EDITION = 1_000_000;
    /** Becomes part of record keys. */
    private static final String LANGUAGE = "[A-Za-z0-9-]{1,35}";

    private Sizes() {}

    static Reading checked(Reading reading) {
        if (!reading.language().matches(LANGUAGE)) {
            throw new Guard.Refusal("bad-language", "the language is no code as in \"en\" or \"pt-BR\"");
        }
        atMost(SAID, "what names the document", reading.withoutClaims());
        reading.insights().forEach(insight -> atMost(SAID, "an insight with its source and address", insight));
        return reading;
    }

    static Edition checked(Edition edition) {
        atMost(EDITION, "edition " + edition.key(), edition);
        return edition;
    }

    private static void atMost(int limit, String what, Object value) {
        var length = Json.bytes(value).length;
        if (length > limit) {
            throw new Guard.Refusal("too-large", what + " takes " + length + " bytes; at most " + limit);
        }
    }
}
