package topfive.standalone.explain;

import topfive.contract.Decision;
import topfive.contract.Edition;

/** What a candidate that missed would have needed to be among the five. */
final class Needed {
    private Needed() {}

    static String by(Decision missed, Edition edition) {
        return switch (missed.reason()) {
            case "same-idea" -> "to say something else: two forms of one idea are never both chosen";
            case "told-before" -> "a figure with its unit, a name or a date that the earlier report does not have";
            case "source-has-two" ->
                "another source that says it better, or a higher score than one of the two had: a source has at most two places";
            case "story-has-two" ->
                "to be of another story, or that no other story had anything good enough: a story has two places until then";
            case "below-the-floor" ->
                "to be a better claim, however many say it: with a reason, a figure, a name, and readable alone";
            case "outscored" -> points(missed, edition);
            default -> "that its reason, " + missed.reason() + ", did not hold";
        };
    }

    private static String points(Decision missed, Edition edition) {
        var five = edition.insights();
        if (five.isEmpty()) {
            return "a higher score";
        }
        var last = five.get(five.size() - 1);
        var coverage = missed.scoreParts().get("coverage");
        return "more than the " + last.score() + " of number " + last.rank() + ", which is "
                + Math.max(1, last.score() - missed.score() + 1) + " more"
                + (coverage == null ? "" : "; coverage counts what the five leave over");
    }
}
