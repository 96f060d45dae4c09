package topfive.ingest.article;

import java.util.List;

/** The blocks of a page, the boxes they stand in, and sums over any run of blocks. */
final class Layout {
    private static final double TOO_MUCH_TO_LOSE = 0.3;
    /** Hints that speak for an article or say little: they are no reason to leave a box out. */
    private static final int GOOD = Hint.TEXT.bit() | Hint.ARTICLE.bit();

    /** Readers may write more than the author did, and lawyers more than both. */
    private static final int KEPT = GOOD | Hint.COMMENTS.bit() | Hint.CONSENT.bit();

    private static final double NEARLY_ALL = 0.7;

    private static final int AROUND = Around.NAV.bit()
            | Around.ASIDE.bit()
            | Around.FOOTER.bit()
            | Around.HEADER.bit()
            | Around.FORM.bit()
            | Around.FIGURE.bit()
            | Around.ADDRESS.bit()
            | Around.DIALOG.bit()
            | Around.NOT_SHOWN.bit();

    final List<Block> blocks;
    final List<Box> boxes;
    private final double[] prose;
    private final double[] size;
    private final double[] linked;
    private final int[] hints;
    private final int[] around;
    private final int[] furniture;
    private final boolean[] hidden;

    Layout(List<Block> blocks, List<Box> boxes) {
        this.blocks = List.copyOf(blocks);
        this.boxes = List.copyOf(boxes);
        prose = new double[blocks.size() + 1];
        size = new double[blocks.size() + 1];
        linked = new double[blocks.size() + 1];
        for (int at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            double length = block.words().size();
            size[at + 1] = size[at] + length;
            linked[at + 1] = linked[at] + length * block.linked();
            prose[at + 1] = prose[at] + (block.isProse() ? length * (1 - block.linked()) : 0);
        }
        hints = new int[boxes.size()];
        around = new int[boxes.size()];
        furniture = new int[boxes.size()];
        hidden = new boolean[boxes.size()];
        for (var box : boxes) {
            inherit(box);
        }
    }

    private void inherit(Box box) {
        double share = proseShare(box);
        boolean large = share > TOO_MUCH_TO_LOSE;
        int ownHints = large ? box.hints & (share > NEARLY_ALL ? GOOD : KEPT) : box.hints;
        int ownAround = large ? box.around & ~AROUND : box.around;
        boolean isFurniture = (ownHints & ~GOOD) != 0 || (ownAround & AROUND) != 0;
        int above = box.parent == null ? 99 : furniture[box.parent.index];
        hints[box.index] = ownHints | (box.parent == null ? 0 : hints[box.parent.index]);
        around[box.index] = ownAround | (box.parent == null ? 0 : around[box.parent.index]);
        hidden[box.index] =
                (box.around & Around.NOT_SHOWN.bit()) != 0 || box.parent != null && hidden[box.parent.index];
        furniture[box.index] = isFurniture ? 0 : Math.min(99, above + 1);
    }

    /** Bits of {@link Hint} of a box and all around it, but for those that hold too much of the page. */
    int hints(Box box) {
        return hints[box.index];
    }

    /** Bits of {@link Around}, likewise. */
    int around(Box box) {
        return around[box.index];
    }

    /** How many levels up the next box stands that is named like furniture: 0 is the box itself. */
    int furniture(Box box) {
        return furniture[box.index];
    }

    boolean isFurniture(Box box) {
        return furniture[box.index] < 99;
    }

    /** False also where so much of the page is hidden that it is read all the same. */
    boolean isShown(Box box) {
        return !hidden[box.index];
    }

    double prose(int from, int to) {
        return prose[to] - prose[from];
    }

    double size(int from, int to) {
        return size[to] - size[from];
    }

    /** How much of the text in a run of blocks is link text, 0 to 1. */
    double linked(int from, int to) {
        return (linked[to] - linked[from]) / Math.max(1, size(from, to));
    }

    double prose(Box box) {
        return prose(box.from, box.to());
    }

    /** Of all the prose of the page, 0 to 1. */
    double proseShare(Box box) {
        return prose(box) / Math.max(1, prose[prose.length - 1]);
    }

    double linked(Box box) {
        return linked(box.from, box.to());
    }

    double allProse() {
        return prose[prose.length - 1];
    }

    Box root() {
        return boxes.get(0);
    }
}
