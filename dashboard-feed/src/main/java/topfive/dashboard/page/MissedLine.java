package topfive.dashboard.page;

import topfive.contract.Edition;

/** A candidate that is not among the five, why, and what stood in its way. */
public record MissedLine(Edition.Missed missed, String reason, Card.Place rival) {
    static MissedLine of(Edition edition, Edition.Missed missed) {
        // the nearest of the five did not stand in the way of what only scored less
        boolean alone = missed.rival() == null || missed.reason().equals("outscored");
        var rival = alone ? new Card.Place("", "") : Card.place(edition, missed.rival());
        return new MissedLine(missed, Words.reason(missed.reason()), rival);
    }
}
