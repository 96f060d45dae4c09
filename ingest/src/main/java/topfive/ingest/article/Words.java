package topfive.ingest.article;

import topfive.ingest.text.CommonWords;

/**
 * What a scan of a text counts, in any script.
 *
 * @param size length in characters as of Latin text: an ideograph counts as three
 * @param count words; two ideographs are taken for one
 * @param common of these the small words that stand in sentences and not in menus
 * @param capitals words that begin with a capital letter
 * @param figures digits
 * @param commas commas of any script
 * @param sentences marks that end a sentence
 * @param ended whether the last mark is one that ends a sentence
 */
record Words(int size, int count, int common, int capitals, int figures, int commas, int sentences, boolean ended) {
    private static final int LONGEST_COMMON = 7;

    static Words of(String text) {
        return new Scan(text).words();
    }

    double commonShare() {
        return common / (double) Math.max(1, count);
    }

    double capitalShare() {
        return capitals / (double) Math.max(1, count);
    }

    private static final class Scan {
        private final String text;
        private int wide;
        private int count;
        private int common;
        private int capitals;
        private int figures;
        private int commas;
        private int sentences;
        private int start = -1;

        Scan(String text) {
            this.text = text;
        }

        Words words() {
            for (int at = 0; at < text.length(); at++) {
                read(text.charAt(at), at);
            }
            wordEnds(text.length());
            return new Words(
                    text.length() + 2 * wide,
                    count + (wide + 1) / 2,
                    common,
                    capitals,
                    figures,
                    commas,
                    sentences,
                    isEnded());
        }

        private void read(char c, int at) {
            if (c >= '\u3040' && (c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7A3')) {
                wide++;
                common += "的了是在和也有は。が。を。に。と。の。で。も。는은이가을를에의".indexOf(c) >= 0 ? 1 : 0;
                wordEnds(at);
            } else if (Character.isLetter(c) || c == '\'' && start >= 0 || c == '’' && start >= 0) {
                start = start < 0 ? at : start;
            } else {
                wordEnds(at);
                mark(c, at);
            }
        }

        private void mark(char c, int at) {
            switch (c) {
                case '.' ->
                    sentences += at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)) ? 1 : 0;
                case '!', '?', '…', '。', '！', '？', '।', '؟', '۔' -> sentences++;
                case ',', '，', '、', '،', '；', ';' -> commas++;
                default -> figures += c >= '0' && c <= '9' ? 1 : 0;
            }
        }

        private void wordEnds(int end) {
            if (start < 0) {
                return;
            }
            count++;
            capitals += Character.isUpperCase(text.charAt(start)) ? 1 : 0;
            common += end - start <= LONGEST_COMMON && CommonWords.has(text.substring(start, end)) ? 1 : 0;
            start = -1;
        }

        private boolean isEnded() {
            for (int at = text.length() - 1; at >= Math.max(0, text.length() - 6); at--) {
                char c = text.charAt(at);
                if (".!?…:;。！？।؟۔：；".indexOf(c) >= 0) {
                    return true;
                }
                if ("\"”’»)]'“』」*".indexOf(c) < 0) {
                    return false;
                }
            }
            return false;
        }
    }
}
