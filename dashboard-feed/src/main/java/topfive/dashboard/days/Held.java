package topfive.dashboard.days;

import topfive.contract.Edition;
import topfive.contract.Ids;

/** An edition as it was read: the value, and the very bytes that stood on the topic. The bytes are never changed. */
public record Held(Edition edition, byte[] json) {
    /** Names this content for ever: day, revision and a hash of the bytes. */
    public String stamp() {
        return edition.day() + "-" + edition.revision() + "-" + Ids.sha256(json).substring(0, 12);
    }

    boolean closed() {
        return edition.status() == Edition.Status.FINAL;
    }
}
