package topfive.ingest.fetch;

import java.time.Duration;

/**
 * What to fetch.
 *
 * @param limit the most bytes to take, decoded
 * @param within the deadline; null where the web's own holds
 */
public record Request(String url, Validators validators, int limit, Duration within) {
    /** Two hours of speech, well coded. */
    private static final int RECORDING = 128 * 1024 * 1024;

    public Request(String url, Validators validators, int limit) {
        this(url, validators, limit, null);
    }

    public static Request of(String url, int limit) {
        return new Request(url, Validators.NONE, limit);
    }

    public static Request recording(String url) {
        return new Request(url, Validators.NONE, RECORDING, Duration.ofMinutes(10));
    }
}
