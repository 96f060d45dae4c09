package topfive.ingest.article;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Links;
import topfive.ingest.text.Tidy;

/** What a page says about its article outside the text: title, author, date, address, language. */
record PageFacts(
        String title,
        String author,
        Optional<OffsetDateTime> published,
        String url,
        String site,
        String language,
        String description) {
    static PageFacts of(Document page, JsonLd said, String url) {
        var metas = Metas.of(page);
        var site = SiteName.of(metas, said, url);
        var headline = Headline.of(page, metas, said, site);
        var language = language(page);
        var marked = Marked.of(page);
        var masthead = Masthead.of(page, headline.at());
        return new PageFacts(
                headline.text(),
                Byline.of(marked, metas, said, site, headline, masthead),
                Dateline.of(page, marked, metas, said, masthead, language, url),
                canonical(page, url),
                site.shown(),
                language,
                first(meta(page, "og:description"), meta(page, "description"), said.text("description")));
    }

    /** The page's own word only where it stays on the same host and does not point to the front page. */
    private static String canonical(Document page, String url) {
        var link = page.select("link[rel~=(?i)canonical]").attr("href");
        return Links.absolute(url, link)
                .filter(found -> isSameSite(found, url))
                .or(() -> Links.absolute(url, meta(page, "og:url")).filter(found -> isSameSite(found, url)))
                .or(() -> Links.absolute(null, url))
                .orElse("");
    }

    private static boolean isSameSite(String found, String url) {
        boolean front = found.replaceFirst("^https?://[^/]+/?", "").isEmpty();
        return !front
                && (url.isEmpty() || Links.host(url).isEmpty() || sharesDomain(Links.host(found), Links.host(url)));
    }

    private static boolean sharesDomain(String a, String b) {
        return a.equals(b)
                || a.endsWith("." + b)
                || b.endsWith("." + a)
                || a.replaceFirst("^(?:m|amp|mobile)\\.", "").equals(b.replaceFirst("^(?:m|amp|mobile)\\.", ""));
    }

    private static String language(Document page) {
        return first(
                page.select("html").attr("lang"),
                page.select("html").attr("xml:lang"),
                meta(page, "content-language"),
                meta(page, "og:locale"));
    }

    static String meta(Document page, String name) {
        for (var element : page.select("meta")) {
            if (element.attr("property").equalsIgnoreCase(name)
                    || element.attr("name").equalsIgnoreCase(name)
                    || element.attr("itemprop").equalsIgnoreCase(name)) {
                var content = Tidy.line(element.attr("content"));
                if (!content.isEmpty()) {
                    return content;
                }
            }
        }
        return "";
    }

    private static String first(String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
