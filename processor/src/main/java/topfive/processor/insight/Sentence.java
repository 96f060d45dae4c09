package topfive.processor.insight;

/**
 * A sentence and where it stands: UTF-16 offsets into its block, end exclusive, without white space around it.
 *
 * @param text exactly the characters from start to end
 */
public record Sentence(int start, int end, String text) {
    static Sentence of(String block, int start, int end) {
        return new Sentence(start, end, block.substring(start, end));
    }
}
