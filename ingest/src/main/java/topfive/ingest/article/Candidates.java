package topfive.ingest.article;

import topfive.contract.Article.Kind;

/**
 * The boxes and runs of blocks that may be the article, each found in another way.
 *
 * @param voted where paragraphs stand thickest, as readability finds it
 * @param named the box whose name says that it holds an article's text, the root where none does
 * @param from the first block of the run with the greatest sum of {@link Block#worth()}
 * @param to the block after its last
 */
record Candidates(Box voted, Box named, int from, int to) {

    static Candidates of(Layout layout) {
        var run = run(layout);
        return new Candidates(voted(layout), named(layout), run[0], run[1]);
    }

    private static Box named(Layout layout) {
        var largest = layout.root();
        double most = 100;
        for (var box : layout.boxes) {
            boolean named = (box.hints & Hint.TEXT.bit()) != 0 || (box.around & Around.BODY_PROPERTY.bit()) != 0;
            if (named && layout.prose(box) > most) {
                largest = box;
                most = layout.prose(box);
            }
        }
        return largest;
    }

    /** Paragraphs vote for their parents, with half a vote for the grandparents, and a quarter for theirs. */
    private static Box voted(Layout layout) {
        var votes = new double[layout.boxes.size()];
        for (var block : layout.blocks) {
            if (block.words().size() < 25 || block.kind() == Kind.HEADING || layout.isFurniture(block.box())) {
                continue;
            }
            double vote =
                    (1 + block.words().commas() + Math.min(block.words().size() / 100.0, 3)) * (1 - block.linked());
            var target = isLeaf(block.box()) ? block.box().parent : block.box();
            for (double share = 1; target != null && share > 0.2; share /= 2, target = target.parent) {
                votes[target.index] += vote * share;
            }
        }
        var best = layout.root();
        for (var box : layout.boxes) {
            best = votes[box.index] > votes[best.index] ? box : best;
        }
        return best;
    }

    private static boolean isLeaf(Box box) {
        return switch (box.tag) {
            case "div", "td", "section", "article", "main", "body" -> false;
            default -> true;
        };
    }

    private static int[] run(Layout layout) {
        double best = 0;
        double sum = 0;
        int start = 0;
        int[] run = {0, 0};
        for (int at = 0; at < layout.blocks.size(); at++) {
            var block = layout.blocks.get(at);
            sum += layout.isFurniture(block.box()) ? -Math.abs(block.worth()) * 0.5 : block.worth();
            if (sum <= 0) {
                sum = 0;
                start = at + 1;
            } else if (sum > best) {
                best = sum;
                run = new int[] {start, at + 1};
            }
        }
        return run;
    }
}
