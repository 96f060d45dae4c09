package topfive.ingest.article;

/** An element of a page that stands on lines of its own, and the run of blocks inside it. */
final class Box {
    final Box parent;
    final String tag;
    final int depth;
    final int from;
    /** Bits of {@link Hint} in its own name, and of {@link Around} in its own tag. */
    final int hints;

    final int around;
    /** Elements of the same tag and class under the same tag have the same number. */
    final int shape;

    final int index;
    private int to;

    Box(Box parent, int index, String tag, int from, int hints, int around, int shape) {
        this.parent = parent;
        this.index = index;
        this.shape = shape;
        this.tag = tag;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.from = from;
        this.hints = hints;
        this.around = around;
    }

    /** Exclusive. */
    int to() {
        return to;
    }

    void close(int end) {
        to = end;
    }

    boolean holds(int block) {
        return from <= block && block < to;
    }

    /** Itself at the root. */
    Box up() {
        return parent == null ? this : parent;
    }
}
