package topfive.dashboard.page;

import java.util.List;
import java.util.Map;
import topfive.contract.Edition;

/**
 * A candidate that is not among the five, why, and what stood in its way.
 *
 * @param parts of its score; none in editions of before they held them
 */
public record MissedLine(Edition.Missed missed, String reason, Card.Place rival, List<Card.Part> parts) {
    static MissedLine of(Edition edition, Edition.Missed missed) {
        // the nearest of the five did not stand in the way of what only scored less
        boolean alone = missed.rival() == null || missed.reason().equals("outscored");
        var rival = alone ? new Card.Place("", "") : Card.place(edition, missed.rival());
        var parts = missed.scoreParts() == null ? Map.<String, Integer>of() : missed.scoreParts();
        return new MissedLine(missed, Words.reason(missed.reason()), rival, Card.parts(parts));
    }
}
