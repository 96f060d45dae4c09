package topfive.processor.read;

/** Titles and names come from strangers and may be of any length; records may not. */
final class Clip {
    private Clip() {}

    static String to(int length, String text) {
        if (text == null || text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
