package topfive.ingest.article;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import topfive.contract.Article.Paragraph;

/** What stands between a reader and the article. */
final class Walls {
    private static final int NO_WALL_ABOVE = 4000;
    private static final int SHORT = 1500;
    private static final int WHOLE_PAGE = 60_000;
    private static final Pattern PROMPT = Pattern.compile(
            "(?:to (?:continue|keep) reading|continue reading (?:with|this|your)|(?:this|the rest of this|the full) (?:article|story|text|post|content)[^.]{0,40} (?:for|to|available to) (?:paying |paid )?(?:subscribers|members)|for (?:paying )?subscribers only|subscribers only|subscribe to (?:read|unlock|continue)|already a subscriber|log in to read|to read the (?:full|rest)|free articles? (?:left|remaining|this month))",
            Pattern.CASE_INSENSITIVE);

    private Walls() {}

    static boolean isPaywalled(Document page, JsonLd said, List<Paragraph> found) {
        return said.saysNotFree() || asksForMoney(page, found);
    }

    private static boolean asksForMoney(Document page, List<Paragraph> found) {
        int length = found.stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
        if (length > NO_WALL_ABOVE) {
            return false;
        }
        var text = page.body().text();
        return text.length() < WHOLE_PAGE
                && PROMPT.matcher(text).find()
                && (length < SHORT
                        || !page.select("[class*=paywall], [id*=paywall], [class*=regwall]")
                                .isEmpty());
    }
}
