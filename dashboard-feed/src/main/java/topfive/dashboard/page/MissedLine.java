package topfive.dashboard.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Decision;
import topfive.contract.Edition;

/**
 * A candidate that is not among the five, why, and what stood in its way.
 *
 * @param parts of its score; none where only the sum is known
 */
public record MissedLine(Edition.Missed missed, String reason, Card.Place rival, List<Card.Part> parts) {
    static MissedLine of(Edition edition, Edition.Missed missed, Optional<Decision> decision) {
        // the nearest of the five did not stand in the way of what only scored less
        boolean alone = missed.rival() == null || missed.reason().equals("outscored");
        var rival = alone ? new Card.Place("", "") : Card.place(edition, missed.rival());
        return new MissedLine(missed, Words.reason(missed.reason()), rival, Card.parts(parts(missed, decision)));
    }

    /** Editions of before they held the parts left them to the decisions. */
    private static Map<String, Integer> parts(Edition.Missed missed, Optional<Decision> decision) {
        return missed.scoreParts() != null
                ? missed.scoreParts()
                : decision.filter(made -> made.score() == missed.score())
                        .map(Decision::scoreParts)
                        .orElse(Map.of());
    }
}
