package topfive.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Element names with the prefixes everybody knows, whatever prefix a feed declares for a namespace, or none. */
record XmlNames(Map<String, String> prefixes) {
    /** Parts of namespace addresses as feeds were seen to write them; "" is the feed's own vocabulary, "-" keeps the prefix as written. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("purl.org/rss/1.0/modules/", "-"),
            Map.entry("itunes.com/dtds/podcast", "itunes"),
            Map.entry("podcastindex.org/namespace", "podcast"),
            Map.entry("podcast-namespace", "podcast"),
            Map.entry("podlove.org/simple-chapters", "psc"),
            Map.entry("purl.org/dc/elements", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("video.search.yahoo.com", "media"),
            Map.entry("tools.search.yahoo.com/mrss", "media"),
            Map.entry("w3.org/1999/xhtml", "xhtml"),
            Map.entry("w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/app", "app"),
            Map.entry("purl.org/atom", ""),
            Map.entry("w3.org/1999/02/22-rdf", "rdf"),
            Map.entry("purl.org/rss/1.0/", ""),
            Map.entry("my.netscape.com/rdf", ""),
            Map.entry("purl.org/net/rss", ""),
            Map.entry("backend.userland.com", ""),
            Map.entry("channel.netscape.com", ""),
            Map.entry("feedburner.org", "feedburner"),
            Map.entry("rssnamespace.org/feedburner", "feedburner"));

    static XmlNames of(Document feed) {
        var prefixes = new HashMap<String, String>();
        for (var element : feed.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("xmlns:")) {
                    var prefix = attribute.getKey().substring(6).toLowerCase(Locale.ROOT);
                    known(attribute.getValue())
                            .ifPresent(name -> prefixes.putIfAbsent(prefix, name.equals("-") ? prefix : name));
                }
            }
        }
        for (var atom : new String[] {"atom", "atom10", "atom03", "a10", "rss"}) {
            prefixes.putIfAbsent(atom, "");
        }
        return new XmlNames(prefixes);
    }

    /** E.g. {@code title}, {@code content:encoded}; lower case. */
    String of(Element element) {
        var name = element.tagName().toLowerCase(Locale.ROOT);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return element.hasAttr("xmlns") ? named(element.attr("xmlns"), name) : name;
        }
        var prefix = prefixes.getOrDefault(name.substring(0, colon), name.substring(0, colon));
        return prefix.isEmpty() ? name.substring(colon + 1) : prefix + name.substring(colon);
    }

    /** An element that declares its own namespace without a prefix. */
    private static String named(String namespace, String name) {
        return known(namespace)
                .filter(prefix -> !prefix.isEmpty() && !prefix.equals("-"))
                .map(prefix -> prefix + ":" + name)
                .orElse(name);
    }

    private static Optional<String> known(String namespace) {
        var folded = namespace.toLowerCase(Locale.ROOT);
        return KNOWN.entrySet().stream()
                .filter(entry -> folded.contains(entry.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }
}
