package topfive.standalone.command;

import static topfive.standalone.explain.InWords.count;
import static topfive.standalone.explain.InWords.plain;
import static topfive.standalone.explain.InWords.reason;
import static topfive.standalone.explain.InWords.sum;

import java.util.stream.Collectors;
import topfive.contract.Edition;
import topfive.contract.Edition.Evidence;
import topfive.contract.Edition.Missed;
import topfive.contract.Edition.Ranked;

/** An edition for a terminal. Control characters of feeds never reach it: they could repaint the screen. */
final class EditionText {
    private final boolean explain;
    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    private EditionText(boolean explain, boolean colour) {
        this.explain = explain;
        this.colour = colour;
    }

    static String of(Edition edition, boolean explain, boolean colour) {
        var page = new EditionText(explain, colour);
        page.head(edition);
        edition.insights().forEach(page::insight);
        if (edition.shortfall() != null) {
            page.line(plain(edition.shortfall()));
        }
        if (explain && !edition.missed().isEmpty()) {
            page.line("Missed:");
            edition.missed().forEach(missed -> page.missed(edition, missed));
        }
        return page.text.toString();
    }

    private void head(Edition edition) {
        var counts = edition.counts();
        line(bold("The five of " + edition.day()) + "  " + edition.status()
                + (edition.revision() > 1 ? ", revision " + edition.revision() + " of " + edition.updatedAt() : "")
                + ", "
                + count(counts.documents(), "document") + ", " + count(counts.insights(), "insight"));
        line("");
    }

    private void insight(Ranked insight) {
        line(bold(insight.rank() + ". " + plain(insight.claim())));
        line("   " + plain(insight.why()));
        line("   " + count(insight.reports(), "report") + ", "
                + count(insight.independentSources(), "independent source")
                + insight.topics().stream()
                        .map(topic -> " · " + plain(topic.label()))
                        .collect(Collectors.joining()));
        insight.evidence().stream().limit(explain ? 10 : 3).forEach(this::evidence);
        if (explain) {
            line("   score " + sum(insight.score(), insight.scoreParts()) + "   cluster " + insight.clusterId());
        }
        line("");
    }

    private void evidence(Evidence evidence) {
        var where = evidence.link() == null ? evidence.title() : evidence.link();
        line("   - " + plain(evidence.source().name()) + "  " + plain(where == null ? "" : where));
    }

    private static String named(Edition edition, String cluster) {
        return edition.insights().stream()
                .filter(insight -> insight.clusterId().equals(cluster))
                .map(insight -> "number " + insight.rank())
                .findFirst()
                .orElse("cluster " + cluster);
    }

    private void missed(Edition edition, Missed missed) {
        line("   " + plain(missed.claim()));
        line("   score " + sum(missed.score(), missed.scoreParts()) + "   cluster " + missed.clusterId());
        line("   missed because " + reason(missed.reason())
                + (missed.rival() == null ? "" : "; nearest is " + named(edition, missed.rival())));
        line("");
    }

    private String bold(String words) {
        return colour ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
