package topfive.processor.insight;

/**
 * Words around an offset. A word here is what stands between white space, without the quotes and brackets around it; nothing looks further than
 * a long word reaches, so that a text without words or spaces costs no more than another.
 */
final class Words {
    private static final int REACH = 80;

    private Words() {}

    /** @return the next word from here, empty at the end of the text */
    static String at(String text, int from) {
        int start = from;
        int limit = Math.min(text.length(), from + REACH);
        while (start < limit && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '$') {
            start++;
        }
        int end = start;
        while (end < limit && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** @return the word that ends before this offset, not reaching back beyond the floor */
    static String before(String text, int floor, int end) {
        int start = end;
        while (start > Math.max(floor, end - REACH) && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (start < end && "(\"'“‘[*_`".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    /** @return everything between the white space on both sides of this offset */
    static String around(String text, int at) {
        int end = at;
        while (end < Math.min(text.length(), at + REACH) && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int start = at;
        while (start > Math.max(0, at - REACH) && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** iPhone, eBay: lower case first, and still the first word of a sentence. */
    static boolean isBrand(String word) {
        return word.length() > 2 && Character.isLowerCase(word.charAt(0)) && Character.isUpperCase(word.charAt(1));
    }

    static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || inside && "'’-.,%".indexOf(c) >= 0;
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }
}
