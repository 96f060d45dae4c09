package topfive.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topfive.contract.Article.Kind;

/** Drops the lines of an article that are not the article, whatever the {@link Judge} thinks of them. */
final class Lines {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int PROSE = 80;
    private static final int BOX_WITHIN = 4;
    private static final double SAME = 0.95;

    private Lines() {}

    static List<Block> article(List<Block> blocks, String title) {
        var kept = new ArrayList<Block>();
        var seen = new HashSet<String>();
        var headline = fold(title);
        for (var block : blocks) {
            boolean early = kept.size() < 3;
            var text = block.text();
            boolean repeated = text.length() >= PROSE && block.kind() != Kind.ITEM && !seen.add(text);
            if (!repeated
                    && !(early && text.length() < 400 && fold(text).equals(headline))
                    && !(early && Phrases.isDate(text))
                    && !isBoilerplate(block)) {
                kept.add(block);
            }
        }
        return withoutLooseEnds(withoutPullQuotes(kept));
    }

    /** A quote set apart that repeats words of the text. */
    private static List<Block> withoutPullQuotes(List<Block> blocks) {
        if (blocks.stream().noneMatch(Lines::isSetApart)) {
            return blocks;
        }
        var text = new Shingles(blocks.stream()
                .filter(block -> !isSetApart(block))
                .map(Block::text)
                .collect(Collectors.joining("\n")));
        return blocks.stream()
                .filter(block -> !isSetApart(block) || text.share(block.text()) < SAME)
                .toList();
    }

    private static boolean isSetApart(Block block) {
        var box = block.box();
        return block.words().count() > 4
                && (block.kind() == Kind.QUOTE || ((box.hints | box.up().hints) & Hint.BOX.bit()) != 0);
    }

    private static boolean isBoilerplate(Block block) {
        var text = block.text();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        if (block.linked() > 0.75 && !(block.endsLikeASentence() && text.length() > 120)) {
            return block.kind() == Kind.TEXT;
        }
        return Phrases.isPhrase(text) || Phrases.isByline(text) || Phrases.isCredit(text);
    }

    /** Headings with nothing under them, at the end or before another list of links, say nothing. */
    private static List<Block> withoutLooseEnds(List<Block> blocks) {
        int end = beforeBox(blocks);
        while (end > 0 && isLoose(blocks.get(end - 1))) {
            end--;
        }
        return blocks.subList(0, end);
    }

    private static int beforeBox(List<Block> blocks) {
        int end = blocks.size();
        int first = Math.max(1, blocks.size() - BOX_WITHIN);
        for (int at = blocks.size() - 1; at >= first && blocks.get(at).text().length() < 200; at--) {
            end = Phrases.isBox(blocks.get(at).text()) ? at : end;
        }
        return end;
    }

    private static boolean isLoose(Block block) {
        return block.kind() == Kind.HEADING;
    }

    static String fold(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
