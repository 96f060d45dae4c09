package topfive.dashboard.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed before it takes a form; {@link Rss}, {@link Atom} and {@link JsonFeed} write it.
 *
 * @param self where the feed is read, without the ending that says its form
 * @param home the page it belongs to
 * @param entries newest first
 */
public record Channel(String title, String description, String self, String home, List<Entry> entries) {
    /** A feed needs a date even while it is empty. */
    private static final Instant NEVER = Instant.EPOCH;

    public Channel {
        entries = List.copyOf(entries);
    }

    public Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(NEVER);
    }
}
