package topfive.ingest.article;

import topfive.contract.Article.Kind;

/** Works out the {@link Trait}s of the blocks of one page. */
final class Traits {
    private static final int SHORT = 300;
    private static final int MEDIUM = 900;
    /** What the table has learnt of longer pages is where their labels end, and not where the article does. */
    private static final double LONG_PAGE = 40_000;

    private static final double MANY = 300;
    private static final int NEAR = 3;
    private static final int FAR = 10;

    private final Layout layout;
    private final Candidates candidates;
    private final Overlap title;
    private final Overlap description;
    private final Tally tally;
    private final double usualSize;
    private final double runProse;
    private final int headline;
    private final double[] values = new double[Trait.values().length];

    Traits(Layout layout, Candidates candidates, String title, String description) {
        this.layout = layout;
        this.candidates = candidates;
        this.title = new Overlap(title);
        this.description = new Overlap(description);
        this.tally = new Tally(layout);
        this.usualSize = tally.usualSize(layout);
        this.runProse = Math.max(1, layout.prose(candidates.from(), candidates.to()));
        this.headline = headline();
    }

    /** @return one value for every trait, by its ordinal; overwritten by the next call */
    double[] of(int at) {
        var block = layout.blocks.get(at);
        text(block, at);
        element(block);
        boxes(block.box());
        place(at);
        neighbours(at);
        set(Trait.PAGE_PROSE, Math.min(LONG_PAGE, layout.allProse()));
        set(Trait.USUAL_SIZE, usualSize);
        return values;
    }

    private void text(Block block, int at) {
        var text = block.text();
        var words = block.words();
        set(Trait.SIZE, words.size());
        set(Trait.COMMON, words.commonShare());
        set(Trait.CAPITALS, words.capitalShare());
        set(Trait.COMMAS, words.commas());
        set(Trait.ENDED, words.ended());
        set(Trait.LINKED, block.linked());
        set(Trait.PHRASE, tally.isPhrase(at));
        set(Trait.CREDIT, Phrases.isCredit(text));
        set(Trait.BIOGRAPHY, words.size() < MEDIUM && Phrases.isBiography(text));
        set(Trait.NOTICE, words.size() < MEDIUM && Phrases.isNotice(text));
        set(Trait.COPIES, tally.copies(block));
        set(Trait.TITLE, text.length() < SHORT ? title.with(text) : 0);
        set(Trait.DESCRIPTION, description.with(text));
    }

    private void element(Block block) {
        var tag = block.box().tag;
        set(Trait.HEADING, block.kind() == Kind.HEADING ? level(block.box()) : 0);
        set(Trait.ITEM, block.kind() == Kind.ITEM);
        set(Trait.BARE, tag.equals("div") || tag.equals("section") || tag.equals("article"));
        set(Trait.SHAPE_SHARE, tally.proseOfShape(block) / Math.max(1, layout.allProse()));
        set(Trait.SHAPE_COUNT, Math.min(MANY, tally.blocksOfShape(block)));
    }

    private void boxes(Box box) {
        int hints = layout.hints(box);
        int around = layout.around(box);
        set(Trait.FURNITURE, Math.min(12, layout.furniture(box)));
        set(Trait.HINT_COMMENTS, (hints & Hint.COMMENTS.bit()) != 0);
        set(Trait.HINT_RELATED, (hints & Hint.RELATED.bit()) != 0);
        set(Trait.HINT_CAPTION, (hints & Hint.CAPTION.bit()) != 0);
        set(Trait.IN_FIGURE, (around & Around.FIGURE.bit()) != 0);
        set(Trait.IN_ARTICLE, (around & Around.ARTICLE.bit()) != 0);
        var up = box.up();
        var upUp = up.up();
        set(Trait.BOX_LINKED, layout.linked(box));
        set(Trait.UP_LINKED, layout.linked(up));
        set(Trait.UP_UP_LINKED, layout.linked(upUp));
        set(Trait.UP_SHARE, layout.proseShare(up));
        set(Trait.UP_UP_SHARE, layout.proseShare(upUp));
    }

    private void place(int at) {
        set(Trait.PLACE, at / (double) layout.blocks.size());
        set(Trait.AFTER_HEADLINE, headline < 0 ? -1 : Math.max(0, at - headline));
        set(Trait.BEFORE_HEADLINE, headline < 0 ? -1 : Math.max(0, headline - at));
        set(Trait.FROM_VOTED, from(candidates.voted(), at));
        set(Trait.FROM_NAMED, from(candidates.named(), at));
        int from = candidates.from();
        int to = candidates.to();
        set(Trait.IN_RUN, at < from ? at - from : at < to ? 100 : at - to + 101);
        set(Trait.LEVELS_TO_VOTED, levelsToVoted(at));
        set(Trait.VOTED_SHARE, layout.proseShare(candidates.voted()));
        set(Trait.PROSE_BEFORE, layout.prose(Math.min(at, from), at) / runProse);
        set(Trait.PROSE_AFTER, layout.prose(at + 1, Math.max(at + 1, to)) / runProse);
    }

    private static int from(Box box, int at) {
        if (box.parent == null) {
            return 1000;
        }
        return at < box.from ? Math.max(-50, at - box.from) : Math.min(50, Math.max(0, at - box.to() + 1));
    }

    private int levelsToVoted(int at) {
        int levels = 0;
        for (var box = candidates.voted(); box != null && !box.holds(at) && levels < FAR; box = box.parent) {
            levels++;
        }
        return levels;
    }

    private void neighbours(int at) {
        int size = layout.blocks.size();
        set(Trait.BEFORE_LINKED, at == 0 ? 0 : layout.blocks.get(at - 1).linked());
        set(Trait.AFTER_LINKED, at + 1 == size ? 0 : layout.blocks.get(at + 1).linked());
        set(Trait.AROUND_LINKED, layout.linked(Math.max(0, at - NEAR), Math.min(size, at + 1 + NEAR)));
        set(Trait.PROSE_BELOW, layout.prose(at + 1, Math.min(size, at + 1 + FAR)));
        set(Trait.UNDER_HEADING, tally.sinceHeading(at));
        set(Trait.END_HEADINGS, tally.endHeadings(at));
        int near = 0;
        for (int by = 1; by <= 2; by++) {
            near += (tally.isPhrase(at - by) ? 1 : 0) + (tally.isPhrase(at + by) ? 1 : 0);
        }
        set(Trait.NEAR_PHRASE, near);
    }

    /** The heading that says best what the page's title says, -1 for none. */
    private int headline() {
        int best = -1;
        double most = 0.5;
        for (int at = 0; at < layout.blocks.size(); at++) {
            var block = layout.blocks.get(at);
            if (block.kind() == Kind.HEADING && block.text().length() < SHORT) {
                double same = title.with(block.text()) * (level(block.box()) == 1 ? 1.2 : 1);
                if (same > most) {
                    best = at;
                    most = same;
                }
            }
        }
        return best;
    }

    private static int level(Box box) {
        for (var at = box; at != null; at = at.parent) {
            if (at.tag.length() == 2 && at.tag.charAt(0) == 'h' && at.tag.charAt(1) != 'r') {
                return at.tag.charAt(1) - '0';
            }
        }
        return 7;
    }

    private void set(Trait trait, boolean value) {
        set(trait, value ? 1 : 0);
    }

    private void set(Trait trait, double value) {
        values[trait.ordinal()] = value;
    }
}
