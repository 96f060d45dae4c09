package topfive.dashboard.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topfive.contract.Json;

/** JSON Feed 1.1. */
public final class JsonFeed {
    private JsonFeed() {}

    public static byte[] write(Channel channel) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", channel.title());
        feed.put("description", channel.description());
        feed.put("home_page_url", channel.home());
        feed.put("feed_url", channel.self() + ".json");
        feed.put("language", "en");
        feed.put("authors", List.of(Map.of("name", "Topfive")));
        feed.put("items", channel.entries().stream().map(JsonFeed::item).toList());
        return Json.bytes(feed);
    }

    private static Map<String, Object> item(Entry entry) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", entry.id());
        item.put("url", entry.url());
        item.put("title", entry.title());
        item.put("content_html", entry.html());
        item.put("summary", entry.summary());
        item.put("date_published", entry.published().toString());
        item.put("date_modified", entry.updated().toString());
        item.put("tags", entry.categories());
        return item;
    }
}
