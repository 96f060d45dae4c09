package topfive.ingest.fetch;

import java.time.Instant;

/** What a server can say. */
public sealed interface Fetched {
    /**
     * @param url where it was found in the end
     * @param contentType as stated, or ""
     */
    record Fresh(String url, byte[] body, String contentType, Validators validators, Hints hints) implements Fetched {}

    record NotModified(Hints hints) implements Fetched {}

    /** 429, 503: not before this moment, as the server says, uncut. */
    record Later(Instant notBefore, String why) implements Fetched {}

    /** 410: it will not come back. */
    record Gone(String why) implements Fetched {}

    /**
     * @param reason a code: {@code http-404} and the like, {@code too-large}, {@code too-slow}, {@code unreachable}, {@code broken}
     *     (its encoding), {@code redirects}, {@code insecure-redirect}, {@code robots}, {@code reserved} (against text and data mining);
     *     and never asked for: {@code not-http}, {@code credentials}, {@code odd-host}, {@code odd-port}, {@code private-address}
     * @param read what had come, unpacked, when a cap stopped the reading or its encoding broke; else empty
     */
    record Failed(String reason, String why, byte[] read) implements Fetched {
        public static Failed of(String reason, String why) {
            return new Failed(reason, why, new byte[0]);
        }

        /** Whether the same request would fail again for what the answer is, not for the moment. */
        public boolean isTooLarge() {
            return reason.equals("too-large");
        }
    }
}
