package topfive.ingest.article;

import java.util.ArrayList;
import java.util.List;
import topfive.contract.Article.Kind;

/**
 * Endless pages hold the next articles below the first, each in a box of the same shape with a main heading of its own. A second main heading
 * within one article has no such box.
 */
final class NextArticle {
    private static final double ENOUGH_FOR_AN_ARTICLE = 300;
    private static final double ENOUGH_FOR_THE_NEXT = 80;

    private NextArticle() {}

    /** @return the box of the one article that the title names, else of the first; the whole page where there is but one */
    static Box first(Layout layout, String title) {
        var articles = articles(layout);
        if (articles.size() < 2) {
            return layout.root();
        }
        var words = new Overlap(title);
        var best = articles.get(0);
        double most = 0.5;
        for (var article : articles) {
            double same = words.with(headline(layout, article));
            if (same > most + 0.1) {
                best = article;
                most = same;
            }
        }
        return best;
    }

    /** The boxes beside the first main heading's that are like it. */
    private static List<Box> articles(Layout layout) {
        List<Box> alike = new ArrayList<>();
        Box main = null;
        for (var block : layout.blocks) {
            if (!isMainHeading(block)) {
                continue;
            }
            if (main == null) {
                main = block.box();
                continue;
            }
            var pair = apart(main, block.box());
            if (pair != null
                    && pair[0].shape == pair[1].shape
                    && isArticle(layout, pair[0])
                    && layout.prose(pair[1]) >= ENOUGH_FOR_THE_NEXT) {
                if (alike.isEmpty()) {
                    alike.add(pair[0]);
                }
                if (pair[0] == alike.get(0) && !alike.contains(pair[1])) {
                    alike.add(pair[1]);
                }
            }
            if (alike.size() > 50) {
                break;
            }
        }
        return alike;
    }

    private static boolean isMainHeading(Block block) {
        return block.kind() == Kind.HEADING && block.box().tag.equals("h1");
    }

    private static boolean isArticle(Layout layout, Box box) {
        return !box.tag.equals("section") && layout.prose(box) >= ENOUGH_FOR_AN_ARTICLE;
    }

    /** The two neighbours that hold one of the boxes each, null where one box holds the other. */
    private static Box[] apart(Box a, Box b) {
        var left = a;
        var right = b;
        while (left.parent != right.parent) {
            if (left.depth >= right.depth) {
                left = left.parent;
            } else {
                right = right.parent;
            }
            if (left == null || right == null) {
                return null;
            }
        }
        return left == right ? null : new Box[] {left, right};
    }

    private static String headline(Layout layout, Box box) {
        for (int at = box.from; at < box.to(); at++) {
            if (isMainHeading(layout.blocks.get(at))) {
                return layout.blocks.get(at).text();
            }
        }
        return "";
    }
}
