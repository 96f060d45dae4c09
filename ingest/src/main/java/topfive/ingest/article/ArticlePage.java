package topfive.ingest.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import topfive.contract.Article.Paragraph;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;

/** The article on a page: several elements are tried, the one whose text reads most like an article is taken. */
public final class ArticlePage {

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
        var layout = BlockWalk.of(page.body());
        var clipping = Clipping.of(layout, facts.title(), facts.description(), said.body());
        boolean walled = Paywall.stands(page, layout, said, Metas.of(page), paragraphs(clipping));
        var paragraphs = paragraphs(walled ? shown(clipping, layout) : clipping);
        // only what the page shows: a paywalled page's hidden text is not ours to read
        if (!walled && length(paragraphs) < 0.6 * said.body().length()) {
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
        var layout = BlockWalk.of(Jsoup.parseBodyFragment(html).body());
        var open = layout.blocks.stream()
                .filter(block -> !layout.isFurniture(block.box()))
                .toList();
        var blocks = Lines.article(open, "");
        return paragraphs(blocks.isEmpty() ? layout.blocks : blocks);
    }

    private static List<Block> shown(List<Block> blocks, Layout layout) {
        return blocks.stream().filter(block -> layout.isShown(block.box())).toList();
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
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
