package topfive.ingest.article;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * What a page says about its article outside the text.
 *
 * @param author names with commas between them, "" where nobody is named
 * @param published as stated, with the offset stated
 * @param url canonical address, "" where unknown
 * @param site the publication's name, "" where unknown
 * @param language as stated, e.g. {@code en-GB}
 * @param reserved whether the text is reserved from mining
 */
record PageFacts(
        String title,
        String author,
        Optional<OffsetDateTime> published,
        String url,
        String site,
        String language,
        String description,
        boolean reserved) {
    static PageFacts of(Document page, JsonLd said, String url) {
        var metas = Metas.of(page);
        var site = SiteName.of(metas, said, url);
        var headline = Headline.of(page, metas, said, site);
        var language = language(page, metas, said);
        var marked = Marked.of(page);
        var masthead = Masthead.of(page, headline.at());
        return new PageFacts(
                headline.text(),
                Byline.of(marked, metas, said, site, headline, masthead),
                Dateline.of(page, marked, metas, said, masthead, language, url),
                Canonical.of(page, metas, url),
                site.shown(),
                language,
                Texts.first(metas.first("og:description", "description"), said.text("description")),
                Reservation.stands(metas));
    }

    private static String language(Document page, Metas metas, JsonLd said) {
        var html = page.getElementsByTag("html").first();
        return Texts.first(
                html == null ? "" : html.attr("lang"),
                html == null ? "" : html.attr("xml:lang"),
                metas.first("content-language", "language", "dc.language"),
                metas.first("og:locale"),
                said.text("inLanguage"));
    }
}
