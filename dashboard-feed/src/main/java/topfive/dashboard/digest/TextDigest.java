package topfive.dashboard.digest;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import topfive.dashboard.page.Card;
import topfive.dashboard.page.DayView;
import topfive.dashboard.page.Report;
import topfive.dashboard.page.Words;

/** Plain text, complete, as the text part of a mail has to be. */
public final class TextDigest {
    private static final String INDENT = "   ";

    private TextDigest() {}

    public static String of(DayView view, String publicUrl) {
        var out = new StringBuilder();
        out.append(Wrapped.of("Topfive: " + view.heading(), "", ""));
        out.append(Wrapped.of(Lines.state(view), "", ""));
        out.append(Wrapped.of(Lines.counts(view), "", ""));
        if (!publicUrl.isEmpty()) {
            out.append(publicUrl).append("/d/").append(view.edition().day()).append("\n");
        }
        if (view.fewerThanFive() || view.cards().isEmpty()) {
            out.append('\n').append(Wrapped.of(Lines.shortfall(view), "", ""));
        }
        view.cards().forEach(card -> card(out, card));
        out.append("\n").append("-".repeat(Wrapped.COLUMNS)).append("\n");
        out.append(Wrapped.of("Every sentence quoted here stands in a source. Nothing is rewritten.", "", ""));
        return out.toString();
    }

    private static void card(StringBuilder out, Card card) {
        out.append("\n").append("-".repeat(Wrapped.COLUMNS)).append("\n\n");
        var claim = card.insight().claim();
        out.append(Wrapped.of(
                card.voice().isPresent() ? "“" + claim + "”" : claim,
                card.insight().rank() + ". ",
                INDENT));
        card.voice().ifPresent(voice -> out.append(Wrapped.of("— " + Lines.said(voice), INDENT, INDENT)));
        out.append('\n').append(Wrapped.of("Why it ranks. " + card.insight().why(), INDENT, INDENT));
        out.append(Wrapped.of(card.facts() + " · first " + card.first() + " · last " + card.last(), INDENT, INDENT));
        if (card.update()) {
            out.append(Wrapped.of("Update. New: " + String.join("; ", card.whatIsNew()), INDENT, INDENT));
        }
        card.all().forEach(report -> report(out, report));
    }

    private static void report(StringBuilder out, Report report) {
        out.append('\n');
        if (!report.claimItself()) {
            out.append(Wrapped.of("“" + report.quote() + "”", INDENT, INDENT));
        }
        out.append(Wrapped.of("— " + Lines.attribution(report), INDENT, INDENT));
        Stream.of(report.url(), report.playUrl())
                .filter(url -> !url.isEmpty())
                .distinct()
                .forEach(url -> out.append(INDENT).append(url).append('\n'));
    }

    /** Sentences that text and Markdown share. */
    static final class Lines {
        private Lines() {}

        static String state(DayView view) {
            var edition = view.edition();
            var revision = edition.revision() > 1
                    ? ", revision " + edition.revision() + " of " + view.times().at(edition.updatedAt())
                    : "";
            var closes = view.times().at(edition.closesAt()) + " " + edition.zone();
            if (!view.open()) {
                return "Final" + revision + ", closed " + closes;
            }
            var updated = edition.updatedAt() == null
                    ? ""
                    : ", updated " + view.times().at(edition.updatedAt());
            return "Open" + updated + ", closes " + closes;
        }

        static String counts(DayView view) {
            return Stream.of(view.counts(), view.unread(), view.late())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(". ", "", "."));
        }

        static String shortfall(DayView view) {
            var why = view.edition().shortfall();
            return Words.count(view.cards().size(), "insight") + ". We do not fill up."
                    + (why == null ? "" : " " + why);
        }

        static String said(Report report) {
            return Stream.of(report.speaker(), report.source())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        static String attribution(Report report) {
            return Stream.of(
                            said(report),
                            report.title(),
                            report.time(),
                            report.play().isEmpty() ? "" : "at " + report.play())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }
}
