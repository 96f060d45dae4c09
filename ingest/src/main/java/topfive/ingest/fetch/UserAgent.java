package topfive.ingest.fetch;

/** Who asks, and whom to write to. */
final class UserAgent {
    private UserAgent() {}

    /** @param contact address or URL, "" for none */
    static String of(String contact) {
        if (contact.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "fetch.contact: " + contact + "; expected a mail address or URL in plain ASCII");
        }
        var version = UserAgent.class.getPackage().getImplementationVersion();
        return "Topfive/" + (version == null ? "0.1" : version) + (contact.isBlank() ? "" : " (+" + contact + ")");
    }
}
