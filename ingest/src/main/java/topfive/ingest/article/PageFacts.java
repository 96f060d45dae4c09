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
    private static final Pattern WRITTEN_DATE = Pattern.compile(
            "\\b(?:(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}|\\d{4}-\\d{2}-\\d{2})\\b");
    private static final Pattern ADDRESS_DATE = Pattern.compile("/(20\\d\\d)/(\\d\\d)/(?:(\\d\\d)/)?");

    static PageFacts of(Document page, JsonLd said, String url) {
        var metas = Metas.of(page);
        var site = SiteName.of(metas, said, url);
        var headline = Headline.of(page, metas, said, site);
        var masthead = Masthead.of(page, headline.at());
        return new PageFacts(
                headline.text(),
                Byline.of(page, metas, said, site, headline, masthead),
                published(page, said, url),
                canonical(page, url),
                site.shown(),
                language(page),
                first(meta(page, "og:description"), meta(page, "description"), said.text("description")));
    }

    private static Optional<OffsetDateTime> published(Document page, JsonLd said, String url) {
        return Stream.of(
                        Stream.of(said.text("datePublished")),
                        Stream.of(
                                        "article:published_time",
                                        "og:published_time",
                                        "datepublished",
                                        "date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "dc.date.issued",
                                        "dcterms.date",
                                        "dc.date",
                                        "dcterms.created",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "article.published",
                                        "publication_date",
                                        "citation_publication_date")
                                .map(name -> meta(page, name)),
                        page.select("[itemprop=datePublished]").stream().map(PageFacts::stated),
                        page
                                .select(
                                        "time[pubdate], time[class*=publish], time[class*=entry-date], article time[datetime], header time[datetime], time[datetime]")
                                .stream()
                                .map(PageFacts::stated),
                        Stream.of(said.text("dateCreated"), said.text("dateModified")),
                        page
                                .select(
                                        "[class*=date], [class*=Date], [class*=publish], [class*=byline], [class*=meta]")
                                .stream()
                                .limit(30)
                                .map(element -> dateIn(element.text())),
                        Stream.of(
                                inAddress(url),
                                meta(page, "article:modified_time"),
                                dateIn(page.body()
                                        .text()
                                        .substring(
                                                0,
                                                Math.min(
                                                        3000, page.body().text().length())))))
                .flatMap(stream -> stream)
                .filter(text -> !text.isEmpty())
                .map(Dates::parse)
                .flatMap(Optional::stream)
                .filter(date -> date.getYear() >= 1995)
                .findFirst();
    }

    private static String stated(Element element) {
        return first(element.attr("datetime"), element.attr("content"), Tidy.line(element.text()));
    }

    private static String dateIn(String text) {
        var matcher = WRITTEN_DATE.matcher(text.length() > 3000 ? text.substring(0, 3000) : text);
        return matcher.find() ? matcher.group() : "";
    }

    private static String inAddress(String url) {
        var matcher = ADDRESS_DATE.matcher(url);
        return matcher.find() && matcher.group(3) != null
                ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)
                : "";
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
