package topfive.dashboard.digest;

import java.util.regex.Pattern;
import topfive.dashboard.digest.TextDigest.Lines;
import topfive.dashboard.page.Card;
import topfive.dashboard.page.DayView;
import topfive.dashboard.page.Report;

/** Markdown (CommonMark). What sources say is escaped, so that it stays text. */
public final class MarkdownDigest {
    private static final Pattern MARKS = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~!&])");
    private static final Pattern LIST = Pattern.compile("^(\\d*)([-+=.)])");

    private MarkdownDigest() {}

    public static String of(DayView view, String publicUrl) {
        var out = new StringBuilder();
        out.append("# Topfive: ").append(view.heading()).append("\n\n");
        out.append(text(Lines.state(view))).append("  \n");
        out.append(text(Lines.counts(view))).append(publicUrl.isEmpty() ? "\n" : "  \n");
        if (!publicUrl.isEmpty()) {
            var page = publicUrl + "/d/" + view.edition().day();
            out.append(link("The page of this day", page)).append("\n");
        }
        if (view.fewerThanFive() || view.cards().isEmpty()) {
            out.append('\n').append(text(Lines.shortfall(view))).append('\n');
        }
        view.cards().forEach(card -> card(out, card));
        out.append("\n---\n\nEvery sentence quoted here stands in a source. Nothing is rewritten.\n");
        return out.toString();
    }

    private static void card(StringBuilder out, Card card) {
        var claim = text(card.insight().claim());
        out.append("\n## ").append(card.insight().rank()).append(". ");
        out.append(card.voice().isPresent() ? "“" + claim + "”" : claim).append("\n\n");
        card.voice()
                .ifPresent(voice ->
                        out.append("— ").append(text(Lines.said(voice))).append("\n\n"));
        out.append("**Why it ranks.** ").append(text(card.insight().why())).append("  \n");
        out.append(text(card.facts() + " · first " + card.first() + " · last " + card.last()))
                .append("\n");
        if (card.update()) {
            out.append("\n**Update.** New: ")
                    .append(text(String.join("; ", card.whatIsNew())))
                    .append('\n');
        }
        out.append('\n');
        card.all().forEach(report -> report(out, report));
    }

    private static void report(StringBuilder out, Report report) {
        out.append("- ");
        if (!report.claimItself()) {
            out.append("“").append(text(report.quote())).append("” — ");
        }
        out.append(text(Lines.said(report)));
        if (!report.title().isEmpty()) {
            out.append(" · ").append(link(text(report.title()), report.url()));
        }
        out.append(" · ").append(text(report.time()));
        if (!report.playUrl().isEmpty() && !report.playUrl().equals(report.url())) {
            out.append(" · ").append(link(report.play().isEmpty() ? "source" : "▶ " + report.play(), report.playUrl()));
        } else if (!report.play().isEmpty()) {
            out.append(" · ").append(report.play());
        }
        out.append('\n');
    }

    private static String link(String words, String url) {
        return url.isEmpty() ? words : "[" + words + "](<" + url + ">)";
    }

    private static String text(String said) {
        var line = MARKS.matcher(Wrapped.line(said)).replaceAll("\\\\$1");
        return LIST.matcher(line).replaceFirst("$1\\\\$2");
    }
}
