package topfive.processor.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The claim that stands for a cluster: what it says is what the others say, too. A striking detail that one voice alone has would be read
 * as if all of them had said it.
 */
final class Exemplar {
    /** Looked at more closely; and so many voices are asked. */
    private static final int FEW = 12;

    private Exemplar() {}

    /** @param voices their claims, the earliest first */
    static Claim of(Collection<List<Claim>> voices, Vector centre) {
        var heard = voices.stream()
                .map(voice -> voice.stream().max(near(centre)).orElseThrow())
                .sorted(near(centre).reversed())
                .limit(FEW)
                .map(Node::of)
                .toList();
        return voices.stream()
                .flatMap(List::stream)
                .sorted(near(centre).reversed())
                .limit(FEW)
                .max(Comparator.<Claim>comparingDouble(claim -> 2 * confirmed(Node.of(claim), heard) + reads(claim))
                        .thenComparing(Claim.EARLIEST.reversed()))
                .orElseThrow();
    }

    private static Comparator<Claim> near(Vector centre) {
        return Comparator.<Claim>comparingDouble(claim -> claim.vector().cosine(centre) + reads(claim))
                .thenComparing(Claim.EARLIEST.reversed());
    }

    private static double reads(Claim claim) {
        return claim.insight().quality().score() / 1000.0;
    }

    /** How much the voices say of it, on average. */
    private static double confirmed(Node claim, List<Node> heard) {
        return heard.stream()
                .mapToDouble(other -> Resemblance.between(claim, other).score())
                .average()
                .orElse(0);
    }
}
