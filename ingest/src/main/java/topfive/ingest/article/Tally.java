package topfive.ingest.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topfive.contract.Article.Kind;

/** What has to be counted over all blocks of a page before any of them can be judged. */
final class Tally {
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<Integer, double[]> shapes = new HashMap<>();
    private final boolean[] phrases;
    private final int[] lastHeading;
    private final int[] endHeadings;
    private double squares;

    Tally(Layout layout) {
        int size = layout.blocks.size();
        phrases = new boolean[size];
        lastHeading = new int[size];
        endHeadings = new int[size];
        for (int at = 0; at < size; at++) {
            var block = layout.blocks.get(at);
            double prose = layout.prose(at, at + 1);
            squares += prose * prose;
            copies.merge(block.text(), 1, Integer::sum);
            phrases[at] = Phrases.isPhrase(block.text());
            var shape = shapes.computeIfAbsent(block.box().shape, any -> new double[2]);
            shape[0] += prose;
            shape[1]++;
        }
        headings(layout.blocks);
    }

    private void headings(List<Block> blocks) {
        int last = -1;
        int ends = 0;
        for (int at = 0; at < blocks.size(); at++) {
            if (isHeading(blocks.get(at))) {
                last = at;
                ends += Phrases.isEndHeading(blocks.get(at).text()) ? 1 : 0;
            }
            lastHeading[at] = last;
            endHeadings[at] = ends;
        }
    }

    /** A heading, or a short line all in bold that has its box for itself. */
    private static boolean isHeading(Block block) {
        return block.kind() == Kind.HEADING
                || block.bold() && block.words().size() < 80 && block.box().to() - block.box().from == 1;
    }

    int copies(Block block) {
        return copies.get(block.text());
    }

    boolean isPhrase(int at) {
        return at >= 0 && at < phrases.length && phrases[at];
    }

    /** Prose in elements of the same tag and class, in characters. */
    double proseOfShape(Block block) {
        return shapes.get(block.box().shape)[0];
    }

    double blocksOfShape(Block block) {
        return shapes.get(block.box().shape)[1];
    }

    /** Blocks since the last heading, 99 for none. */
    int sinceHeading(int at) {
        return lastHeading[at] < 0 ? 99 : at - lastHeading[at];
    }

    int endHeadings(int at) {
        return endHeadings[at];
    }

    double usualSize(Layout layout) {
        return squares / Math.max(1, layout.allProse());
    }
}
