package topfive.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import topfive.contract.Article.Paragraph;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.text.Links;

/**
 * The HTML of a newsletter as paragraphs. Its tables are layout, not data; what is hidden (the line for the inbox, the pixel that counts) is
 * not text; names of classes mean nothing in a mail. Links that lead out of the list are marked for {@link Farewell}.
 *
 * @param address where it stands on the web, "" where it does not say
 * @param language as it says, or ""
 */
record LetterPage(List<Paragraph> paragraphs, String address, String language) {
    /** Stands behind a link by which readers leave, share or turn to the browser. From the private use area: no text has it. */
    static final char MARK = '\uE000';

    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|max-height\\s*:\\s*0|font-size\\s*:\\s*1px|(?<![a-z-])opacity\\s*:\\s*0(?![.\\d])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INBOX_LINE = Pattern.compile("pre-?header|preview-?text", Pattern.CASE_INSENSITIVE);
    private static final Pattern WAY_OUT = Pattern.compile(
            "unsub|opt-?out|desabonn|abmeld|abbestell|list-manage\\.com/(?:profile|vcard)|(?:manage|update|email|subscription|mail)[-_/]?(?:preferences|profile|subscription|settings)|preference-?cent|view-?(?:in|as|online|email)|webversion|web-version|forward-?(?:to|this|email)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARE = Pattern.compile(
            "(?:facebook\\.com/sharer|(?:twitter|x)\\.com/(?:intent|share|home\\?status)|linkedin\\.com/(?:share|cws/share)|reddit\\.com/submit|pinterest\\.[a-z.]{2,6}/pin/create|wa\\.me/|api\\.whatsapp\\.com/send|t\\.me/share|bsky\\.app/intent|threads\\.net/intent|^mailto:\\?)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINK = 60;

    static final LetterPage NONE = new LetterPage(List.of(), "", "");

    static LetterPage of(String html) {
        if (html.isBlank()) {
            return NONE;
        }
        var page = Jsoup.parse(html);
        var address = address(page);
        var language = page.select("html[lang]").attr("lang");
        page.outputSettings().prettyPrint(false);
        var body = page.body();
        withoutHidden(body);
        markLinks(body);
        LayoutTables.opened(body);
        body.getAllElements()
                .forEach(element -> element.removeAttr("class").removeAttr("id").removeAttr("style"));
        return new LetterPage(ArticlePage.fragment(body.html()), address, language);
    }

    /** Where the newsletter says it stands on the web; a link in its text could name its reader. */
    private static String address(Document page) {
        return page.select("link[rel=canonical], meta[property=og:url]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("content"))
                .flatMap(link -> Links.absolute(null, link).stream())
                .findFirst()
                .orElse("");
    }

    private static void withoutHidden(Element body) {
        var hidden = new ArrayList<Element>();
        for (var element : body.getAllElements()) {
            boolean shown = element == body
                    || !element.hasAttr("hidden")
                            && !HIDDEN.matcher(element.attr("style")).find()
                            && !INBOX_LINE
                                    .matcher(element.className() + " " + element.id())
                                    .find()
                            && !element.normalName().equals("img");
            if (!shown) {
                hidden.add(element);
            }
        }
        hidden.forEach(Element::remove);
    }

    private static void markLinks(Element body) {
        for (var link : body.getElementsByTag("a")) {
            if (SHARE.matcher(link.attr("href")).find()) {
                link.remove();
            } else if (WAY_OUT.matcher(link.attr("href")).find() && link.text().length() <= LONGEST_LINK) {
                link.appendText(String.valueOf(MARK));
            }
        }
    }
}
