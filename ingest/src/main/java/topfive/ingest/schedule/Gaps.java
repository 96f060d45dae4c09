package topfive.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often a source publishes, by the dates of its items. */
public final class Gaps {
    /** The newest ones: how it was years ago does not matter. */
    private static final int NEWEST = 20;

    private Gaps() {}

    /**
     * The middle one of the gaps between the newest items, or the time since the newest where that is longer already; empty for fewer than two
     * dates. Dates of the future count as now.
     */
    public static Optional<Duration> usual(List<Instant> published, Instant now) {
        var newest = published.stream()
                .map(date -> date.isAfter(now) ? now : date)
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .limit(NEWEST)
                .toList();
        if (newest.size() < 2) {
            return Optional.empty();
        }
        var gaps = new java.util.ArrayList<Duration>();
        for (int later = 0; later + 1 < newest.size(); later++) {
            gaps.add(Duration.between(newest.get(later + 1), newest.get(later)));
        }
        gaps.sort(null);
        var middle = gaps.get(gaps.size() / 2);
        var open = Duration.between(newest.get(0), now);
        return Optional.of(open.compareTo(middle) > 0 ? open : middle);
    }
}
