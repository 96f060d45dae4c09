package topfive.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.processor.merge.Reading;

/**
 * What is too much for one record, and when it is too early: checked before anything is sent or stored. Under exactly-once an oversized
 * record stalls the application for good. A public topic takes a mebibyte unless it says otherwise, the topics between stages and those of
 * the stores take {@link Limits#DOCUMENT_RECORD}; compressed or not, nothing here is larger. An edition holds at most fifty pieces of
 * evidence and fifteen claims, so insights of this size always fit.
 */
final class Sizes {
    /** Bytes of an insight, or of what a reading says besides its insights; five times what real ones need. */
    private static final int SAID = 14 * 1024;

    /** Key and value of a record of a public topic. */
    private static final int PUBLIC = 1_000_000;
    /** Key and value of a record that only we read. */
    static final int OURS = 3 * 1024 * 1024;
    /** Becomes part of record keys. */
    private static final String LANGUAGE = "[A-Za-z0-9-]{1,35}";

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    /** Further ahead than any clock is wrong; beyond are other units, typing errors and forgeries. */
    private static final Instant LAST = Instant.parse("2076-01-01T00:00:00Z");

    private Sizes() {}

    /** Longer texts are cut before they are sent; who writes here without that would make one record take as long as a hundred. */
    static Document checked(Document document) {
        long bytes = 0;
        for (var text : document.texts()) {
            bytes += text.length() > Limits.TEXT ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > Limits.TEXT) {
            throw new Guard.Refusal("too-large", "a text of " + bytes + " bytes; at most " + Limits.TEXT);
        }
        return document;
    }

    static Reading checked(Reading reading) {
        if (!reading.language().matches(LANGUAGE)) {
            throw new Guard.Refusal("bad-language", "the language is no code as in \"en\" or \"pt-BR\"");
        }
        atMost(SAID, "what names the document", Json.bytes(reading.withoutClaims()).length);
        reading.insights()
                .forEach(insight -> atMost(SAID, "an insight with its source and address", Json.bytes(insight).length));
        return reading;
    }

    /** A fence, or the fetch of a document, of a time that nobody can have seen would close days, or open some, for decades. */
    static void plausible(String what, Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
            throw new Guard.Refusal("bad-time", what + " " + at + "; expected " + FIRST + " or later, before " + LAST);
        }
    }

    /** A fence that stands in another partition than it says counts for one whose documents may yet come. */
    static void inPlace(Fence fence, int partition) {
        if (fence.partition() != partition) {
            throw new Guard.Refusal(
                    "bad-fence", "a fence of partition " + fence.partition() + " stands in partition " + partition);
        }
    }

    /** The last look before it goes out. */
    static void check(Record<String, Outcome> record) {
        var outcome = record.value();
        if (outcome instanceof Outcome.Published published) {
            published(published.edition());
        } else if (outcome instanceof Outcome.Decided decided) {
            atMost(PUBLIC, "a decision", length(record.key(), Json.bytes(decided.decision())));
        } else if (!(outcome instanceof Outcome.Refused)) { // a letter keeps only what fits
            atMost(OURS, "what goes to the next stage", length(record.key(), Json.bytes(outcome)));
        }
    }

    /** Whether it goes to the next stage. */
    static boolean fits(Record<String, Outcome> record) {
        return length(record.key(), Json.bytes(record.value())) <= OURS;
    }

    static Edition published(Edition edition) {
        atMost(PUBLIC, "edition " + edition.key(), length(edition.key(), Json.bytes(edition)));
        return edition;
    }

    /** The last look before it is stored. */
    static void checkStored(String key, Object value) {
        if (value instanceof byte[] bytes) {
            atMost(OURS, "what is to be kept", length(key, bytes));
        }
    }

    private static int length(String key, byte[] value) {
        return Guard.bytes(key).length + value.length;
    }

    private static void atMost(int limit, String what, int length) {
        if (length > limit) {
            throw new Guard.Refusal("too-large", what + " takes " + length + " bytes; at most " + limit);
        }
    }
}
