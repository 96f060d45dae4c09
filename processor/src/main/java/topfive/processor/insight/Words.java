package topfive.processor.insight;

/** Words around an offset. A word here is what stands between white space, without the quotes and brackets around it. */
final class Words {
    private Words() {}

    /** @return the next word from here, empty at the end of the text */
    static String at(String text, int from) {
        int start = from;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start)) && text.charAt(start) != '$') {
            start++;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** @return the word that ends before this offset, not reaching back beyond the floor */
    static String before(String text, int floor, int end) {
        int start = end;
        while (start > floor && !Character.isWhitespace(text.charAt(start - 1))) {
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
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** iPhone, eBay: lower case first, and still the first word of a sentence. */
    static boolean isBrand(String word) {
        return word.length() > 2 && Character.isLowerCase(word.charAt(0)) && Character.isUpperCase(word.charAt(1));
    }

    static boolean anyIn(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
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
