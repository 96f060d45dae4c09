package topfive.ingest.fetch;

import java.io.IOException;

/** A request that is not made, or an answer that is not taken; an IOException, so that it passes through the HTTP client. */
final class Refused extends IOException {
    private final String reason;

    Refused(String reason, String why) {
        super(why);
        this.reason = reason;
    }

    boolean isTooSlow() {
        return reason.equals("too-slow");
    }

    Fetched.Failed answer() {
        return Fetched.Failed.of(reason, getMessage());
    }
}
