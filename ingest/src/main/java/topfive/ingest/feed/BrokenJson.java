package topfive.ingest.feed;

/** The part of a JSON feed that can still be read when it breaks off: up to the last item that is whole. */
final class BrokenJson {
    private BrokenJson() {}

    static String mended(String text) {
        int depth = 0;
        int whole = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                whole = depth == 2 && c == '}' ? at + 1 : whole;
            }
        }
        return text.substring(0, whole) + "]}";
    }
}
