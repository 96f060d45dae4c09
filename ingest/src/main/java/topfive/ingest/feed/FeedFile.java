package topfive.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Pattern;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Unreadable;

/** Which kind of feed it is, seen by its first characters. */
public final class FeedFile {
    private static final Pattern XML_FEED =
            Pattern.compile("<(?:[\\w.-]+:)?(?:rss|feed|rdf|channel|redirect|newsfeed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile(
            "^\\s*(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private FeedFile() {}

    public static boolean isFeed(String text) {
        var head = text.substring(0, Math.min(4000, text.length()));
        return !HTML.matcher(head).find() && (XML_FEED.matcher(head).find() || head.contains("jsonfeed.org/version"));
    }

    /**
     * @param url where it was read from, for relative links
     * @throws Unreadable where it is no feed at all; a broken one gives what could be read
     */
    public static Feed read(String text, String url) throws Unreadable {
        var start = text.stripLeading();
        if (start.isEmpty()) {
            throw new Unreadable("empty", "the feed is empty");
        }
        if (start.startsWith("{")) {
            try {
                return JsonFeed.read(LooseJson.read(start), url);
            } catch (JsonProcessingException e) {
                throw new Unreadable("not-json", "the JSON feed breaks off or is malformed: " + e.getOriginalMessage());
            }
        }
        if (!isFeed(text)
                && !start.startsWith("<?xml")
                && !XML_FEED.matcher(start).find()) {
            throw new Unreadable("not-a-feed", "no <rss>, <feed> or <rdf:RDF> in it; is this the address of a page?");
        }
        return XmlFeed.read(start, url);
    }
}
