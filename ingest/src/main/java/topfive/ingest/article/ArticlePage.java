package topfive.ingest.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;

/** The article on a page: several elements are tried, the one whose text reads most like an article is taken. */
public final class ArticlePage {
    private static final int TOO_SHORT = 250;

    private ArticlePage() {}

    /**
     * @param url where the page stood, "" where unknown
     * @return the best text found, even where it is only a teaser; a page without any text has no paragraphs
     */
    public static Reading read(String html, String url, Languages languages, String saidLanguage) {
        return see(html, url, languages, saidLanguage).reading();
    }

    /**
     * What a page shows.
     *
     * @param reading the best text found, even where no document may be made of it
     * @param reserved whether the publisher reserves the text from mining
     */
    public record Seen(Reading reading, Access access, boolean reserved) {}

    /** As {@link #read}, with the answer whether it is an article at all that the page shows. */
    public static Seen see(String html, String url, Languages languages, String saidLanguage) {
        var page = Jsoup.parse(html, url);
        var said = JsonLd.of(page);
        var facts = PageFacts.of(page, said, url);
        var found = best(page, facts.title());
        boolean walled = Paywall.stands(page, said, Metas.of(page), found);
        var paragraphs = found;
        // only what the page shows: a paywalled page's hidden text is not ours to read
        if (!walled && length(found) < 0.6 * said.body().length()) {
            paragraphs = split(said.body());
        }
        if (!Consent.isAll(paragraphs)) {
            paragraphs = Consent.without(walled ? Paywall.open(paragraphs) : paragraphs);
        }
        boolean onlyDescription =
                length(paragraphs) == 0 && !facts.description().isEmpty();
        if (onlyDescription) {
            paragraphs = List.of(Paragraph.of(facts.description()));
        }
        var text = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        var access = Access.of(paragraphs, walled, onlyDescription);
        var language =
                languages.of(text, saidLanguage.isEmpty() ? facts.language() : first(facts.language(), saidLanguage));
        var reading = new Reading(
                facts.title(),
                facts.author(),
                facts.url(),
                facts.site(),
                facts.published(),
                language,
                access.quality(),
                false,
                new Reading.Written(paragraphs),
                List.of());
        return new Seen(reading, access, facts.reserved());
    }

    /** The text of a piece of HTML that is nothing but the article: what a feed carries. */
    public static List<Paragraph> fragment(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        var furniture = Furniture.of(body);
        var blocks = Lines.article(BlockWalk.of(body, furniture), "");
        return paragraphs(blocks.isEmpty() ? BlockWalk.of(body, furniture.relaxed(body)) : blocks);
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static List<Paragraph> best(Document page, String title) {
        var body = page.body();
        var furniture = Furniture.of(body);
        List<Block> best = List.of();
        double bestWorth = 0;
        for (var candidate : Candidates.of(body, furniture)) {
            var blocks = read(candidate, furniture, title);
            double worth = blocks.stream().mapToDouble(Block::worth).sum();
            // a wider element must bring clearly more prose than the narrower one before it
            double more = candidate == body ? 1.4 : 1.12;
            if (best.isEmpty() || worth > bestWorth * (bestWorth > 0 ? more : 1) + 40) {
                best = blocks;
                bestWorth = worth;
            }
        }
        if (textLength(best) < TOO_SHORT) {
            best = longer(best, read(body, furniture.relaxed(body), title));
        }
        if (textLength(best) == 0) {
            best = longer(best, BlockWalk.of(body, furniture.relaxed(body)));
        }
        return paragraphs(best);
    }

    private static List<Block> read(Element candidate, Predicate<Element> furniture, String title) {
        return Lines.article(BlockWalk.of(candidate, furniture), title);
    }

    private static List<Block> longer(List<Block> a, List<Block> b) {
        return textLength(b) > 2 * textLength(a) ? b : a;
    }

    private static int textLength(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() != Kind.HEADING)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    private static List<Paragraph> paragraphs(List<Block> blocks) {
        return blocks.stream().map(Block::paragraph).toList();
    }

    private static int length(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }

    private static List<Paragraph> split(String body) {
        var text = body.contains("<p")
                ? Jsoup.parse(body.replace("</p>", "</p>\n")).wholeText()
                : body;
        var lines = new ArrayList<Paragraph>();
        Arrays.stream(text.split("\\R+"))
                .map(Tidy::line)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(Paragraph.of(line)));
        return lines;
    }
}
