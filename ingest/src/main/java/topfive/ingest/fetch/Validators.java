package topfive.ingest.fetch;

/**
 * What makes a request conditional. Kept exactly as received, and sent to no other address than the one it came from.
 *
 * @param etag null where none was given
 * @param lastModified null where none was given
 */
public record Validators(String url, String etag, String lastModified) {
    public static final Validators NONE = new Validators("", null, null);
}
