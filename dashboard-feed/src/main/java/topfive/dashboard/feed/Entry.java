package topfive.dashboard.feed;

import java.time.Instant;
import java.util.List;

/**
 * @param id permanent, an address that leads to the entry for ever
 * @param html its content, escaped already
 */
public record Entry(
        String id,
        String url,
        String title,
        String html,
        String summary,
        Instant published,
        Instant updated,
        List<String> categories) {
    public Entry {
        categories = List.copyOf(categories);
    }
}
