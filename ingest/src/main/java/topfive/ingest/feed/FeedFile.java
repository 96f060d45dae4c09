package topfive.ingest.feed;

import java.util.Locale;
import java.util.Set;
import topfive.ingest.text.Unreadable;

/** Which kind of feed it is, seen by its first elements. */
public final class FeedFile {
    private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf", "channel", "newsfeed");
    private static final Set<String> PAGES = Set.of("html", "head", "body");

    /** What stands before the feed itself: comments, warnings of the program that made it, style sheets. */
    private static final int PREAMBLE = 16_000;

    private FeedFile() {}

    public static boolean isFeed(String text) {
        var start = text.stripLeading();
        return isJson(start) ? start.contains("jsonfeed.org/version") : FEEDS.contains(decisive(start));
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
        if (isJson(start)) {
            return JsonFeed.read(start.startsWith("{") ? start : start.substring(1), url);
        }
        if (PAGES.contains(decisive(start))) {
            throw new Unreadable("not-a-feed", "no <rss>, <feed> or <rdf:RDF> in it; is this the address of a page?");
        }
        return XmlFeed.read(start, url);
    }

    private static boolean isJson(String start) {
        return start.startsWith("{") || start.startsWith("\uFEFF{");
    }

    /** The first element that is a feed's or a page's, in lower case and without a prefix; "" where there is none. */
    private static String decisive(String text) {
        int limit = Math.min(text.length(), PREAMBLE);
        for (int at = text.indexOf('<'); at >= 0 && at < limit; at = text.indexOf('<', at + 1)) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? at : end;
                continue;
            }
            if (text.regionMatches(true, at, "<!doctype html", 0, 14)) {
                return "html";
            }
            var name = name(text, at + 1);
            if (FEEDS.contains(name) || PAGES.contains(name)) {
                return name;
            }
        }
        return "";
    }

    private static String name(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || ":_-.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        var name = text.substring(start, end).toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }
}
