package topfive.contract;

/** How large things may be, in bytes of UTF-8 unless said otherwise. */
public final class Limits {
    /** A pushed document or a file, decoded. */
    public static final int PUSH = 2 * 1024 * 1024;

    /** A fetched page, decoded. */
    public static final int PAGE = 3 * 1024 * 1024;

    /** A fetched feed, decoded. */
    public static final int FEED = 5 * 1024 * 1024;

    /** The text of one document, over all its blocks; the rest is cut at a sentence and {@link Document#truncated} says so. */
    public static final int TEXT = 512 * 1024;

    /** A record of topfive.documents.v1. */
    public static final int DOCUMENT_RECORD = 4 * 1024 * 1024;

    /** A record of topfive.dead-letters.v1. */
    public static final int DEAD_LETTER_RECORD = 16 * 1024 * 1024;

    /** What a dead letter keeps whole; of anything longer only the first {@link #DEAD_LETTER_HEAD}. */
    public static final int DEAD_LETTER_BODY = 15 * 1024 * 1024;

    public static final int DEAD_LETTER_HEAD = 64 * 1024;

    private Limits() {}
}
