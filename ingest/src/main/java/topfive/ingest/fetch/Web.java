package topfive.ingest.fetch;

/** Fetches one address. Never throws for what a server or a network does: that is an answer. */
public interface Web {
    Fetched get(Request request) throws InterruptedException;
}
