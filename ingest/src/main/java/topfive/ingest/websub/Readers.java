package topfive.ingest.websub;

import java.time.Instant;

/** Who reads what hubs bring. */
public interface Readers {
    /**
     * Takes a feed, or a part of one, as a hub brought it; it is read later.
     *
     * @return false where too much is waiting: the hub may bring it again
     */
    boolean brought(Topic topic, byte[] feed, String contentType);

    /** @param until when the hub has promised to bring what is new; null: it does not any more */
    void promised(Topic topic, Instant until);
}
