package topfive.dashboard.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topfive.contract.Edition;
import topfive.dashboard.Digest;
import topfive.dashboard.days.Held;
import topfive.dashboard.page.Card;
import topfive.dashboard.page.DayView;
import topfive.dashboard.page.Html;
import topfive.dashboard.page.Times;
import topfive.dashboard.templates.JteentryGenerated;

/** What goes into the two feeds: each insight of the last week, and each closed day. */
public final class FeedsOfDays {
    private static final int DAYS_OF_INSIGHTS = 7;
    private static final int CLOSED_DAYS = 30;

    private FeedsOfDays() {}

    /** @param newestFirst days of one edition */
    public static Channel insights(List<Held> newestFirst, String publicUrl) {
        var entries = new ArrayList<Entry>();
        newestFirst.stream().limit(DAYS_OF_INSIGHTS).forEach(held -> {
            var view = DayView.of(held, -1, Map.of());
            view.cards().forEach(card -> entries.add(insight(view, card, publicUrl)));
        });
        return new Channel(
                "Topfive: insights",
                "The insights worth knowing, each with its sources",
                publicUrl + "/feeds/top",
                publicUrl + "/",
                entries);
    }

    /** @param newestFirst days of one edition; those still open are left out */
    public static Channel days(List<Held> newestFirst, String publicUrl) {
        var entries = newestFirst.stream()
                .filter(held -> held.edition().status() == Edition.Status.FINAL)
                .limit(CLOSED_DAYS)
                .map(held -> day(held.edition(), publicUrl))
                .toList();
        return new Channel(
                "Topfive: the five of the day",
                "One entry a day, once the day is closed",
                publicUrl + "/feeds/daily",
                publicUrl + "/",
                entries);
    }

    private static Entry insight(DayView view, Card card, String publicUrl) {
        var insight = card.insight();
        return new Entry(
                publicUrl + "/i/" + insight.clusterId(),
                publicUrl + "/d/" + view.edition().day() + "#c-" + insight.clusterId(),
                insight.claim(),
                Html.of(out -> JteentryGenerated.render(out, null, view, card)),
                insight.why(),
                insight.firstSeen(),
                updated(view.edition(), insight),
                card.labels());
    }

    /** A later revision may say other things under the same address: readers are to look again. */
    private static Instant updated(Edition edition, Edition.Ranked insight) {
        return edition.revision() > 1 ? edition.updatedAt() : insight.lastSeen();
    }

    private static Entry day(Edition edition, String publicUrl) {
        var address = publicUrl + "/d/" + edition.day();
        var revision = edition.revision() > 1 ? " (revision " + edition.revision() + ")" : "";
        return new Entry(
                address,
                address,
                "The five of " + Times.full(edition.day()) + revision,
                Digest.html(edition, publicUrl).replaceFirst("(?s)^.*?<body[^>]*>(.*)</body>.*$", "$1"),
                edition.insights().stream()
                        .map(insight -> insight.rank() + ". " + insight.claim())
                        .collect(Collectors.joining(" ")),
                edition.closesAt(),
                edition.updatedAt(),
                List.of());
    }
}
