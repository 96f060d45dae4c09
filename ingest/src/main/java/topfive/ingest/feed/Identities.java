package topfive.ingest.feed;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import topfive.contract.Ids;
import topfive.ingest.text.Links;

/**
 * Which item is which, over all the times that a feed is read: its guid, else its link. A guid or link that a feed puts on items that are
 * not the same says nothing, and the title is taken with it.
 *
 * @param ambiguous guids and links that do not tell items of this feed apart
 * @param home the front page: as the link of an item without a guid it names none
 */
public record Identities(Set<String> ambiguous, String home) {

    public Identities {
        ambiguous = Set.copyOf(ambiguous);
    }

    public static Identities in(Feed feed) {
        var ambiguous = new HashSet<String>();
        var first = new HashMap<String, Feed.Item>();
        for (var item : feed.items()) {
            var stated = stated(item);
            var other = first.putIfAbsent(stated, item);
            if (other != null && !isSame(other, item)) {
                ambiguous.add(stated);
            }
        }
        ambiguous.remove("");
        return new Identities(ambiguous, Links.absolute(null, feed.link()).orElse(""));
    }

    /** The same for the same item at the next visit; never empty. */
    public String of(Feed.Item item) {
        var stated = stated(item);
        boolean frontPage = item.id().isBlank() && stated.equals(home);
        return stated.isEmpty() || frontPage || ambiguous.contains(stated) ? made(stated, item) : stated;
    }

    private static String stated(Feed.Item item) {
        return item.id().isBlank()
                ? Links.absolute(null, item.link()).orElse("")
                : MediaAddress.lasting(item.id().strip());
    }

    private static boolean isSame(Feed.Item a, Feed.Item b) {
        boolean oneLink = !a.link().isEmpty() && a.link().equals(b.link());
        return a.headline().equals(b.headline()) || oneLink && !a.id().isBlank();
    }

    private static String made(String stated, Feed.Item item) {
        var day = Optional.of(item)
                .flatMap(Feed.Item::published)
                .map(date -> date.toLocalDate().toString())
                .orElse("");
        var file = item.audio().isEmpty() ? "" : MediaAddress.lasting(item.audio());
        return Ids.sha256(stated + "\n" + item.headline() + "\n" + day + "\n" + file);
    }

    /** Of several items with one identity the one changed last (RFC 4287, 4.1.1); of equals the first. */
    public List<Feed.Item> distinct(List<Feed.Item> items) {
        Map<String, Feed.Item> latest = new LinkedHashMap<>();
        for (var item : items) {
            latest.merge(of(item), item, (a, b) -> b.cut() || !changed(b).isAfter(changed(a)) ? a : b);
        }
        return List.copyOf(latest.values());
    }

    private static OffsetDateTime changed(Feed.Item item) {
        return item.updated().or(item::published).or(item::created).orElse(OffsetDateTime.MIN);
    }
}
