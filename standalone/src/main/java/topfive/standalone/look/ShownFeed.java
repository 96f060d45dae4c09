package topfive.standalone.look;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import topfive.contract.Json;
import topfive.ingest.feed.Cadence;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.Identities;

/** A feed as {@code inspect feed} shows it: what it is, how often it wants to be read, and each item with what it would become. */
final class ShownFeed {
    private final StringBuilder text = new StringBuilder();
    private final ObjectNode json = Json.MAPPER.createObjectNode();

    private ShownFeed() {}

    static Shown of(Feed feed) {
        var shown = new ShownFeed();
        shown.head(feed);
        var identities = Identities.in(feed);
        var items = shown.json.putArray("items");
        for (var item : feed.items()) {
            shown.item(items.addObject(), item, identities.of(item));
        }
        return new Shown(shown.json, Shown.plain(shown.text.toString()));
    }

    private void head(Feed feed) {
        json.put("title", feed.title());
        json.put("link", feed.link());
        json.put("language", feed.language());
        json.put("author", feed.author());
        json.put("whole", feed.whole());
        json.put("self", feed.self().orElse(null));
        json.set("hubs", Json.MAPPER.valueToTree(feed.elsewhere().hubs()));
        json.put("movedTo", feed.movedTo().orElse(null));
        json.set("cadence", Json.MAPPER.valueToTree(feed.cadence()));
        line("", feed.title());
        line("  page      ", feed.link());
        line("  language  ", feed.language());
        line("  by        ", feed.author());
        line("  itself    ", feed.self().orElse(""));
        feed.elsewhere().hubs().forEach(hub -> line("  pushed by ", hub));
        line("  moved to  ", feed.movedTo().orElse(""));
        line("  rhythm    ", words(feed.cadence()));
        line("  items     ", feed.items().size() + (feed.whole() ? "" : ", then it breaks off"));
    }

    private void item(ObjectNode node, Feed.Item item, String identity) {
        var date = Shown.date(item.published().or(item::created).or(item::updated));
        node.put("id", item.id());
        node.put("identity", identity);
        node.put("link", item.link());
        node.put("title", item.headline());
        node.put("author", item.writer());
        node.put("publishedAt", date);
        node.put("episode", item.isEpisode());
        node.put("characters", item.fullest().length());
        node.put("cut", item.cut());
        node.put("audio", item.audio());
        node.set("transcripts", Json.MAPPER.valueToTree(item.transcripts()));
        node.put("chaptersUrl", item.broadcast().chaptersUrl());
        node.set("chapters", Json.MAPPER.valueToTree(item.broadcast().chapters()));
        text.append('\n');
        line(
                "",
                (date == null ? "undated" : date) + "  " + (item.headline().isEmpty() ? "(no title)" : item.headline())
                        + (item.cut() ? "  (cut off: left out)" : ""));
        line("  identity  ", identity);
        line("  link      ", item.link());
        line("  by        ", item.writer());
        line("  text      ", item.fullest().isBlank() ? "" : item.fullest().length() + " characters in the feed");
        if (item.isEpisode()) {
            spoken(item);
        }
    }

    private void spoken(Feed.Item item) {
        var broadcast = item.broadcast();
        line("  audio     ", item.audio());
        line("  length    ", broadcast.duration().map(ShownFeed::clock).orElse(""));
        line(
                "  with      ",
                broadcast.persons().stream()
                        .map(person -> person.name() + " (" + person.role() + ")")
                        .collect(Collectors.joining(", ")));
        line(
                "  chapters  ",
                broadcast.chaptersUrl().isEmpty() && !broadcast.chapters().isEmpty()
                        ? broadcast.chapters().size() + " in the feed"
                        : broadcast.chaptersUrl());
        item.transcripts()
                .forEach(link ->
                        line("  transcript", " " + (link.type() + " " + link.language()).strip() + "  " + link.url()));
        line("  transcript", item.transcripts().isEmpty() ? " none: the show notes alone" : "");
    }

    private static String words(Cadence cadence) {
        var parts = new ArrayList<String>();
        if (!cadence.ttl().isZero()) {
            parts.add("holds for " + minutes(cadence.ttl()));
        }
        if (!cadence.updateEvery().isZero()) {
            parts.add("new every " + minutes(cadence.updateEvery()));
        }
        if (!cadence.skipHours().isEmpty()) {
            parts.add("nothing in the hours " + cadence.skipHours() + " UTC");
        }
        if (!cadence.skipDays().isEmpty()) {
            parts.add("nothing on "
                    + cadence.skipDays().stream().map(ShownFeed::name).collect(Collectors.joining(", ")));
        }
        return String.join("; ", parts);
    }

    private static String minutes(Duration length) {
        long minutes = length.toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    private static String clock(Duration length) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    }

    /** What there is nothing of is not shown. */
    private void line(String label, String words) {
        if (!words.isBlank()) {
            text.append(label).append(words.replace('\n', ' ')).append('\n');
        }
    }
}
