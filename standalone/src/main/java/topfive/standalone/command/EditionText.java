package topfive.standalone.command;

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
            edition.missed().forEach(page::missed);
        }
        return page.text.toString();
    }

    private void head(Edition edition) {
        var counts = edition.counts();
        line(bold("The five of " + edition.day()) + "  " + edition.status() + ", "
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
            line("   score " + insight.score() + " = "
                    + insight.scoreParts().entrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue())
                            .collect(Collectors.joining(" + "))
                    + "   cluster " + insight.clusterId());
        }
        line("");
    }

    private void evidence(Evidence evidence) {
        var where = evidence.link() == null ? evidence.title() : evidence.link();
        line("   - " + plain(evidence.source().name()) + "  " + plain(where == null ? "" : where));
    }

    private void missed(Missed missed) {
        line("   " + missed.score() + "  " + plain(missed.claim()) + "  (" + missed.reason()
                + (missed.rival() == null ? "" : ", rival " + missed.rival()) + "; cluster " + missed.clusterId()
                + ")");
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private String bold(String words) {
        return colour ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    private static String plain(String fromOutside) {
        return fromOutside.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
