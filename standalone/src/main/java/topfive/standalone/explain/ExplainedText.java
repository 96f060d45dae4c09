package topfive.standalone.explain;

import static topfive.standalone.explain.InWords.count;
import static topfive.standalone.explain.InWords.plain;
import static topfive.standalone.explain.InWords.quoted;
import static topfive.standalone.explain.InWords.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import topfive.contract.Edition;

/** Why a candidate is among the five or is not, for a person at a terminal. */
public final class ExplainedText {
    private static final int CLAIM = 110;
    private static final int SHORT = 70;

    private final Explained explained;
    private final List<String> lines = new ArrayList<>();

    private ExplainedText(Explained explained) {
        this.explained = explained;
    }

    public static List<String> of(Explained explained) {
        var text = new ExplainedText(explained);
        text.head();
        text.score();
        text.why();
        text.evidence();
        text.merged();
        text.versions();
        return text.lines;
    }

    private void head() {
        var rank = explained.decision().rank();
        var open = explained.status() == Edition.Status.OPEN;
        lines.add((rank == null ? "Missed" : "Number " + rank) + " on " + explained.day()
                + (open ? ", which is still open" : ""));
        lines.add(quoted(explained.decision().claim(), Integer.MAX_VALUE));
    }

    private void score() {
        lines.add("");
        lines.add("Score " + explained.decision().score() + " of 1000");
        parts(explained.decision().scoreParts(), InWords::part);
        explained.exemplar().map(Explained.Member::quality).ifPresent(quality -> {
            lines.add("As a claim " + quality.score() + " of 1000");
            parts(quality.parts(), InWords::quality);
        });
    }

    private void parts(Map<String, Integer> parts, UnaryOperator<String> meaning) {
        var widest = parts.keySet().stream().mapToInt(String::length).max().orElse(0);
        parts.forEach((name, value) -> lines.add(("  " + pad(name, widest) + "  "
                        + " ".repeat(Math.max(0, 4 - value.toString().length())) + value + "  " + meaning.apply(name))
                .stripTrailing()));
    }

    private void why() {
        var rival = explained.rival();
        lines.add("");
        if (explained.insight() != null) {
            lines.add("Why it ranks: " + plain(explained.insight().why()));
            if (rival != null) {
                lines.add("Nearest of the other four: " + named(rival));
            }
            explained.insight().disputedBy().forEach(other -> lines.add("Disputed by cluster " + other));
            return;
        }
        var stoodInTheWay =
                rival != null && !"outscored".equals(explained.decision().reason());
        lines.add("It missed because " + reason(explained.decision().reason())
                + (stoodInTheWay ? ": " + named(rival) : "."));
        if (rival != null && !stoodInTheWay) {
            lines.add("Nearest of the five: " + named(rival));
        }
        lines.add("It would have needed " + explained.needed() + ".");
    }

    private String named(Explained.Rival rival) {
        return "number " + rival.rank() + (rival.day().equals(explained.day()) ? "" : " of " + rival.day()) + " with "
                + rival.score() + ", " + quoted(rival.claim(), CLAIM);
    }

    private void evidence() {
        lines.add("");
        var insight = explained.insight();
        if (insight == null) {
            explained
                    .members()
                    .forEach(member -> lines.add("- " + plain(member.source()) + ": " + quoted(member.claim(), CLAIM)
                            + (member.link() == null ? "" : "\n  " + plain(member.link()))));
            return;
        }
        lines.add(
                count(insight.reports(), "report") + ", " + count(insight.independentSources(), "independent source"));
        for (var evidence : insight.evidence()) {
            lines.add("- " + plain(evidence.source().name()) + ": " + quoted(evidence.quote(), CLAIM));
            var link = evidence.link() == null ? evidence.url() : evidence.link();
            if (link != null) {
                lines.add("  " + plain(link));
            }
        }
    }

    private void merged() {
        var merged = explained.decision().merged();
        if (merged.isEmpty()) {
            return;
        }
        var said = said();
        lines.add("");
        lines.add("Taken as one idea, each with the one before it that is most like it:");
        merged.forEach(merge -> {
            lines.add("  " + merge.similarity() + " of 1000 alike, " + merge.grounds());
            lines.add("    " + said.getOrDefault(merge.a(), "insight " + merge.a()));
            lines.add("    " + said.getOrDefault(merge.b(), "insight " + merge.b()));
        });
    }

    private Map<String, String> said() {
        var said = new HashMap<String, String>();
        explained
                .members()
                .forEach(member ->
                        said.put(member.insightId(), plain(member.source()) + ": " + quoted(member.claim(), SHORT)));
        return said;
    }

    private void versions() {
        lines.add("");
        lines.add("By rules " + explained.decision().rulesVersion() + " and encoder "
                + explained.decision().encoderId() + "; cluster "
                + explained.decision().clusterId());
    }

    private static String pad(String word, int width) {
        return word + " ".repeat(width - word.length());
    }
}
