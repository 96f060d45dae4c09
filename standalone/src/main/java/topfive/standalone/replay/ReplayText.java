package topfive.standalone.replay;

import static topfive.standalone.explain.InWords.plain;
import static topfive.standalone.explain.InWords.quoted;
import static topfive.standalone.explain.InWords.reason;
import static topfive.standalone.explain.InWords.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import topfive.contract.Label;
import topfive.standalone.explain.InWords;

/** A replay for a terminal: a line for each edition, some more where it would have been another. */
public final class ReplayText {
    private static final int CLAIM = 100;

    private final List<String> lines = new ArrayList<>();
    private String lastBy;

    private ReplayText() {}

    public static List<String> of(Replay replay) {
        var text = new ReplayText();
        replay.days().forEach(text::day);
        text.leftOut(replay.leftOut());
        text.lines.add(last(replay.summary()));
        return text.lines;
    }

    /** One day alone. */
    public static List<String> of(Difference day) {
        var text = new ReplayText();
        text.day(day);
        return text.lines;
    }

    private void day(Difference day) {
        lines.add(day.day() + "  " + head(day));
        if (day.published() != null && !day.published().equals(day.replayed())) {
            by("  published by " + by(day.published(), day.replayed()) + "; replayed by "
                    + by(day.replayed(), day.published()));
        }
        if (day.verdict() == Difference.Verdict.NOT_PUBLISHED) {
            day.edition()
                    .insights()
                    .forEach(insight -> lines.add(
                            "  " + insight.rank() + ".  " + quoted(insight.claim(), CLAIM) + "  " + insight.score()));
        } else if (day.verdict() != Difference.Verdict.IDENTICAL) {
            day.changes().forEach(this::change);
            if (!day.otherFields().isEmpty()) {
                lines.add("  also different: " + String.join(", ", day.otherFields()));
            }
        }
    }

    /** Once, and not with every day that it is true of. */
    private void by(String line) {
        if (!line.equals(lastBy)) {
            lines.add(line);
            lastBy = line;
        }
    }

    private static String head(Difference day) {
        return switch (day.verdict()) {
            case IDENTICAL -> "identical";
            case SAME_BUT_LABELS -> "the same but for its labels";
            case SAME_FIVE -> "the same five in the same order";
            case DIFFERS -> "differs";
            case NOT_PUBLISHED -> "not published; it would be";
        };
    }

    private static String by(Difference.Made made, Difference.Made other) {
        var said = new ArrayList<String>();
        if (!made.rules().equals(other.rules()) || made.labels().equals(other.labels())) {
            said.add("rules " + made.rules());
        }
        if (!made.labels().equals(other.labels())) {
            said.add("labels " + (made.labels().isEmpty() ? "unnamed" : made.labels()));
        }
        return String.join(", ", said)
                + (made.encoderId().equals(other.encoderId()) ? "" : ", encoder " + made.encoderId())
                + (made.zone().equals(other.zone()) ? "" : ", zone " + made.zone());
    }

    private void change(Change change) {
        var before = change.before();
        var after = change.after();
        switch (change.kind()) {
            case ENTERED -> {
                lines.add("  entered  " + after.rank() + ".  " + quoted(after.claim(), CLAIM));
                lines.add("    now     " + sum(after.score(), after.scoreParts()));
                lines.add("    before  " + elsewhere(before));
            }
            case LEFT -> {
                lines.add("  left     " + before.rank() + ".  " + quoted(before.claim(), CLAIM));
                lines.add("    before  " + sum(before.score(), before.scoreParts()));
                lines.add("    now     " + elsewhere(after));
            }
            case MOVED -> {
                lines.add(
                        "  moved    " + before.rank() + ". to " + after.rank() + ".  " + quoted(after.claim(), CLAIM));
                bothSums(change);
                labels(change);
            }
            default -> {
                if (change.rescored() || change.relabelled()) {
                    lines.add("  stays    " + after.rank() + ".  " + quoted(after.claim(), CLAIM));
                }
                if (change.rescored()) {
                    bothSums(change);
                }
                labels(change);
            }
        }
    }

    private void labels(Change change) {
        if (change.relabelled()) {
            lines.add("    labels  " + names(change.before().labels()) + " before, "
                    + names(change.after().labels()) + " now");
        }
    }

    private static String names(List<Label> labels) {
        return labels.isEmpty()
                ? "none"
                : labels.stream()
                        .map(label -> plain(label.label()) + " " + label.score())
                        .collect(Collectors.joining(", "));
    }

    private void bothSums(Change change) {
        lines.add("    before  " + sum(change.before().score(), change.before().scoreParts()));
        lines.add("    now     " + sum(change.after().score(), change.after().scoreParts()));
    }

    /** How it stands on the side where it is not one of the five. */
    private static String elsewhere(Change.Standing standing) {
        if (standing == null) {
            return "no candidate";
        }
        if (standing.rank() != null) {
            return "part of number " + standing.rank() + ", " + quoted(standing.claim(), CLAIM);
        }
        return sum(standing.score(), standing.scoreParts()) + "; missed because " + reason(standing.reason())
                + (standing.rivalClaim() == null || "outscored".equals(standing.reason())
                        ? ""
                        : ": " + quoted(standing.rivalClaim(), CLAIM));
    }

    /** A run of days in one line: somebody may ask for a year. */
    private void leftOut(List<LocalDate> days) {
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && days.get(to + 1).equals(days.get(to).plusDays(1))) {
                to++;
            }
            lines.add(days.get(from) + (to == from ? "" : " to " + days.get(to))
                    + "  left out: no fence that is kept closes it");
            from = to + 1;
        }
    }

    private static String last(Summary all) {
        var said = new ArrayList<String>();
        said.add(all.identical() + " identical");
        if (all.sameButLabels() > 0) {
            said.add(all.sameButLabels() + " the same but for labels");
        }
        if (all.sameFive() > 0) {
            said.add(all.sameFive() + " with the same five");
        }
        if (all.differ() > 0) {
            said.add(all.differ() + " different (" + all.entered() + " entered, " + all.left() + " left, " + all.moved()
                    + " moved)");
        }
        if (all.unpublished() > 0) {
            said.add(all.unpublished() + " not published");
        }
        return InWords.count(all.days(), "edition") + " replayed: " + String.join(", ", said) + ".";
    }
}
