package topfive.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import topfive.ingest.text.Links;

/** The feeds that a web page names, the one most likely meant first. */
public final class FeedLinks {
    private static final Pattern FEED_TYPE = Pattern.compile(
            "application/(?:rss|atom|rdf|feed)\\+(?:xml|json)|(?:text|application)/(?:rss|atom|rdf|xml)");
    private static final Pattern COMMENTS =
            Pattern.compile("comments?|kommentare?|commentaires?|comentarios?|replies|respuestas");
    private static final Pattern FEED_PATH =
            Pattern.compile("(?:^|/)(?:feed|rss|atom|index)(?:\\.(?:xml|rss|rdf|atom|json))?/?$|\\.(?:rss|atom|rdf)$");

    private FeedLinks() {}

    /**
     * @param url where the page stood
     * @return absolute addresses; those of comments are left out, that of the page's own section comes before that of the whole site
     */
    public static List<String> in(String html, String url) {
        var page = Jsoup.parse(html, url);
        var base = Links.absolute(url, page.select("base[href]").attr("href")).orElse(url);
        var named = named(page, base, url);
        return named.isEmpty() ? linked(page, base, url) : named;
    }

    public static Optional<String> best(String html, String url) {
        return in(html, url).stream().findFirst();
    }

    private static List<String> named(Document page, String base, String url) {
        var found = new ArrayList<String>();
        for (var link : page.select("link[href]")) {
            var rel = List.of(word(link, "rel").split("\\s+"));
            boolean typed = FEED_TYPE
                    .matcher(word(link, "type").replaceFirst("\\s*;.*", ""))
                    .matches();
            if ((rel.contains("alternate") && typed || rel.contains("feed")) && !isOfComments(link)) {
                Links.absolute(base, link.attr("href")).ifPresent(found::add);
            }
        }
        return ranked(found, url);
    }

    /** Where the head names none: links in the text that look like a feed of the same site. */
    private static List<String> linked(Document page, String base, String url) {
        var found = new ArrayList<String>();
        for (var link : page.select("a[href]")) {
            Links.absolute(base, link.attr("href"))
                    .filter(address -> Links.host(address).equals(Links.host(url)) && !isOfComments(link))
                    .filter(address -> FEED_PATH.matcher(path(address)).find()
                            && !path(address).endsWith("/index"))
                    .ifPresent(found::add);
        }
        return ranked(found, url);
    }

    private static List<String> ranked(List<String> found, String url) {
        return found.stream()
                .distinct()
                .filter(address -> !address.equals(url))
                .sorted(Comparator.comparing(address -> -shared(path(address), path(url))))
                .toList();
    }

    /** How many folders of the page's address the feed's address begins with. */
    private static int shared(String feed, String page) {
        var ours = page.split("/");
        var theirs = feed.split("/");
        int count = 0;
        while (count < Math.min(ours.length, theirs.length) && ours[count].equals(theirs[count])) {
            count++;
        }
        return count;
    }

    private static boolean isOfComments(Element link) {
        return COMMENTS.matcher(word(link, "title")).find()
                || COMMENTS.matcher(word(link, "href")).find();
    }

    private static String word(Element link, String attribute) {
        return link.attr(attribute).strip().toLowerCase(Locale.ROOT);
    }

    private static String path(String url) {
        try {
            var path = new URI(url).getPath();
            return path == null ? "" : path.toLowerCase(Locale.ROOT);
        } catch (java.net.URISyntaxException e) {
            return "";
        }
    }
}
