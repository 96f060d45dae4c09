package topfive.ingest.article;

/** The first of several answers that says anything. */
final class Texts {
    private Texts() {}

    static String first(String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
