package topfive.dashboard.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.dashboard.days.Held;

/** The page of one day. */
public record DayView(
        Edition edition, String stamp, long offset, Times times, List<Card> cards, List<MissedLine> missed) {

    /** @param offset of the newest live record that is in this page, -1 where there is none */
    public static DayView of(Held held, long offset, Map<String, Decision> decisions) {
        var edition = held.edition();
        var times = new Times(ZoneId.of(edition.zone()), edition.day());
        return new DayView(
                edition,
                held.stamp(),
                offset,
                times,
                edition.insights().stream()
                        .map(insight -> Card.of(
                                edition, insight, Optional.ofNullable(decisions.get(insight.clusterId())), times))
                        .toList(),
                edition.missed().stream()
                        .map(missed -> MissedLine.of(edition, missed))
                        .toList());
    }

    public boolean open() {
        return edition.status() == Edition.Status.OPEN;
    }

    public String heading() {
        return Times.full(edition.day());
    }

    /** "Five of 14 candidates, from 40 documents" */
    public String counts() {
        var counts = edition.counts();
        var all = counts.candidates() == edition.insights().size() && counts.candidates() > 1;
        return (all ? "All" : Words.number(edition.insights().size()) + " of") + " "
                + Words.count(counts.candidates(), "candidate") + ", from "
                + Words.count(counts.documents(), "document");
    }

    public String unread() {
        return Words.unread(edition.counts().unread());
    }

    public String late() {
        var late = edition.counts().late();
        return late == 0 ? "" : Words.count(late, "document") + " came too late for an earlier day";
    }

    /** "4 too old, 2 advert", or nothing */
    public String dropped() {
        return edition.counts().dropped().entrySet().stream()
                .map(entry ->
                        entry.getValue() + " " + Words.plain(entry.getKey()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    public boolean fewerThanFive() {
        return !cards.isEmpty() && cards.size() < Edition.SIZE;
    }
}
