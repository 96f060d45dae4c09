package topfive.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import topfive.contract.Article.Kind;

/** What is cut out of a page: the blocks of its article. */
final class Clipping {
    /** Evidence that a block needs, as the logarithm of its odds: a caption that stays becomes a claim, a sentence lost is one of many. */
    private static final double NEEDED = 0.5;

    private static final double NEEDED_IF_SAID = -1.4;
    private static final double NEEDED_IF_NOT_SAID = 2.2;
    /** In a box of such a name nothing is the article's, however well it reads. */
    private static final int NEVER = Hint.COMMENTS.bit() | Hint.CONSENT.bit() | Hint.NEWSLETTER.bit();

    private static final double AGREEMENT = 0.8;
    private static final double NONE = -99;
    private static final int ENOUGH = 250;
    private static final Judge JUDGE = Judge.load();

    private final Layout layout;
    private final String title;
    private final double[] evidence;

    private Clipping(Layout layout, String title, double[] evidence) {
        this.layout = layout;
        this.title = title;
        this.evidence = evidence;
    }

    /**
     * @param said the article's text as the page's JSON-LD has it, "" for none: believed where it agrees with what is seen
     * @return in the order of the page; empty only where the page has no text at all
     */
    static List<Block> of(Layout layout, String title, String description, String said) {
        return new Clipping(layout, title, evidence(layout, title, description)).blocks(said);
    }

    private static double[] evidence(Layout layout, String title, String description) {
        var evidence = new double[layout.blocks.size()];
        var traits = new Traits(layout, Candidates.of(layout), title, description);
        for (int at = 0; at < evidence.length; at++) {
            boolean never = (layout.hints(layout.blocks.get(at).box()) & NEVER) != 0;
            evidence[at] = never ? NONE : JUDGE.evidence(traits.of(at));
        }
        return evidence;
    }

    private List<Block> blocks(String said) {
        var found = Lines.article(picked(said), title);
        if (length(found) >= ENOUGH) {
            return found;
        }
        var looser = Lines.article(where(at -> evidence[at] > NEEDED_IF_SAID), title);
        var best = longer(longer(found, looser), Lines.article(where(this::isOpen), title));
        return length(best) > 0 ? best : anything();
    }

    private List<Block> picked(String said) {
        var article = NextArticle.first(layout, title);
        IntPredicate seen = at -> article.holds(at) && evidence[at] > NEEDED;
        var picked = where(seen);
        double size = size(picked);
        if (said.length() < ENOUGH || size < 0.7 * said.length() || size > 1.4 * said.length()) {
            return picked;
        }
        var shingles = new Shingles(said);
        var shares = layout.blocks.stream()
                .mapToDouble(block -> shingles.share(block.text()))
                .toArray();
        double agreed = 0;
        for (int at = 0; at < shares.length; at++) {
            agreed += seen.test(at) ? shares[at] * layout.blocks.get(at).words().size() : 0;
        }
        return agreed < AGREEMENT * size
                ? picked
                : where(at -> evidence[at] > (shares[at] > 0.6 ? NEEDED_IF_SAID : NEEDED_IF_NOT_SAID));
    }

    private boolean isOpen(int at) {
        return !layout.isFurniture(layout.blocks.get(at).box());
    }

    private List<Block> anything() {
        var open = where(this::isOpen);
        return open.isEmpty() ? layout.blocks : open;
    }

    private List<Block> where(IntPredicate wanted) {
        var blocks = new ArrayList<Block>();
        for (int at = 0; at < evidence.length; at++) {
            if (wanted.test(at)) {
                blocks.add(layout.blocks.get(at));
            }
        }
        return blocks;
    }

    private static List<Block> longer(List<Block> a, List<Block> b) {
        return length(b) > 2 * length(a) ? b : a;
    }

    /** Headings do not count. */
    private static double length(List<Block> blocks) {
        return size(
                blocks.stream().filter(block -> block.kind() != Kind.HEADING).toList());
    }

    private static double size(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.words().size()).sum();
    }
}
