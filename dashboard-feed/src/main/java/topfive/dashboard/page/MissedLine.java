package topfive.dashboard.page;

import topfive.contract.Edition;

/** A candidate that is not among the five, why, and what stood in its way. */
public record MissedLine(Edition.Missed missed, String reason, Card.Place rival) {
    static MissedLine of(Edition edition, Edition.Missed missed) {
        var rival = missed.rival() == null ? new Card.Place("", "") : Card.place(edition, missed.rival());
        return new MissedLine(missed, Words.reason(missed.reason()), rival);
    }
}
