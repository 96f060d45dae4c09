package topfive.processor.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import topfive.contract.Span;

/**
 * Claims of one document that stand close together: one idea and what it rests on. They are compared with others as one text, and fall
 * into one cluster. What a writer puts into one paragraph belongs together; on our first sample day without an exception (13 pairs of 13),
 * while of claims in neighbouring paragraphs two thirds were different ideas.
 *
 * @param claims in the order of the text
 */
record Paragraph(List<Claim> claims) {
    /** Characters between two claims; a speaker's turn may go on for pages. */
    private static final int CLOSE = 240;

    private static final Comparator<Claim> READING = Comparator.<Claim, String>comparing(
                    claim -> claim.insight().documentId())
            .thenComparing(claim -> first(claim).block())
            .thenComparing(claim -> first(claim).start())
            .thenComparing(Claim::id);

    static List<Paragraph> of(Collection<Claim> claims) {
        var paragraphs = new ArrayList<List<Claim>>();
        Claim before = null;
        for (var claim : claims.stream().sorted(READING).toList()) {
            if (before == null || !isClose(before, claim)) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.get(paragraphs.size() - 1).add(claim);
            before = claim;
        }
        return paragraphs.stream().map(Paragraph::new).toList();
    }

    private static boolean isClose(Claim before, Claim claim) {
        var spans = before.insight().spans();
        var last = spans.get(spans.size() - 1);
        return before.insight().documentId().equals(claim.insight().documentId())
                && last.block() == first(claim).block()
                && first(claim).start() - last.end() <= CLOSE;
    }

    private static Span first(Claim claim) {
        return claim.insight().spans().get(0);
    }

    /** The same for everyone who says the same. */
    String text() {
        return claims.stream().map(claim -> claim.insight().claim()).collect(Collectors.joining("\n"));
    }

    Node node() {
        return Node.of(
                text(),
                text(),
                Vector.mean(claims.stream().map(Claim::vector).toList()),
                Words.together(claims.stream().map(Claim::words).toList()));
    }
}
