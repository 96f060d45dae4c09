package topfive.ingest.fetch;

/**
 * What to fetch.
 *
 * @param limit the most bytes to take, decoded
 */
public record Request(String url, Validators validators, int limit) {
    public static Request of(String url, int limit) {
        return new Request(url, Validators.NONE, limit);
    }
}
