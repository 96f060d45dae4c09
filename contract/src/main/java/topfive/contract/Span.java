package topfive.contract;

/** Where a piece of text stands: UTF-16 offsets into the text of one block, end exclusive. */
public record Span(int block, int start, int end) {
    public Span {
        if (block < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException("span " + block + ":" + start + "-" + end);
        }
    }
}
