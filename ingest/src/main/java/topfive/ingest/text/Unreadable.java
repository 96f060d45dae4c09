package topfive.ingest.text;

/** The bytes are not what they should be. The reason is a code, the message one line for a person: what, where, what to do. */
public final class Unreadable extends Exception {
    private final String reason;

    public Unreadable(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** E.g. {@code no-text}, {@code not-json}, {@code too-large}, {@code empty}. */
    public String reason() {
        return reason;
    }
}
