package topfive.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Tidy;

/**
 * The title of the article, not of the site: a heading that the page's head agrees with, else what the head says.
 *
 * @param at the heading on the page, empty where the title stands only in the head
 */
record Headline(String text, Optional<Element> at) {
    private static final int LONGEST = 300;
    private static final int HEADINGS = 200;
    private static final double ALIKE = 0.5;
    private static final int ALONE = 15;
    /** What stands behind a bar is the rubric or the site, in a heading too. */
    private static final Pattern RUBRIC = Pattern.compile("(?<=.{15})\\s+\\|\\s.*$");

    private static final Pattern MASTHEAD = Pattern.compile(
            "(?<![a-z])(?:site-?(?:title|name|header|branding)|blog-?(?:title|name)|logo|branding|masthead|header-?inner|titlewrapper)(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRONT_PAGE = Pattern.compile("https?://[^/]+(?:/(?:index\\.\\w+)?|/home)?(?:[?#].*)?");
    private static final String LOWER = "h2, h3, h4, [itemprop=headline], .entry-title, .post-title";

    /** A heading of the page. */
    private record Heading(String text, String folded, Element element) {}

    static Headline of(Document page, Metas metas, JsonLd said, SiteName site) {
        var found = find(page, metas, said, site);
        return new Headline(RUBRIC.matcher(found.text()).replaceFirst(""), found.at());
    }

    /** What the head says, as it stands and without the site's name. */
    private record Stated(String text, String cut, String folded, String foldedCut) {
        static Stated of(String text, SiteName site) {
            var cut = site.cutFrom(text);
            return new Stated(text, cut, Lines.fold(text), Lines.fold(cut));
        }

        boolean holds(Heading heading) {
            return (" " + folded + " ").contains(" " + heading.folded() + " ");
        }

        boolean is(Heading heading) {
            return heading.folded().equals(foldedCut) || heading.folded().equals(folded);
        }
    }

    private static Headline find(Document page, Metas metas, JsonLd said, SiteName site) {
        var stated = stated(page, metas, said).stream()
                .map(text -> Stated.of(text, site))
                .toList();
        var main = headings(page, "h1", site);
        return longest(main, stated, Stated::is)
                .or(() -> longest(main, stated, Stated::holds))
                .or(() -> within(main, stated))
                .or(() -> alike(main, stated))
                .or(() -> longest(headings(page, LOWER, site), stated, Stated::is))
                .or(() -> alone(main))
                .orElseGet(() -> stated(main, stated, site));
    }

    /** What the head says, the most particular first. */
    private static List<String> stated(Document page, Metas metas, JsonLd said) {
        var stated = new ArrayList<String>();
        stated.add(Parser.unescapeEntities(said.text("headline"), false));
        stated.addAll(metas.all(
                "og:title",
                "twitter:title",
                "parsely-title",
                "sailthru.title",
                "headline",
                "dc.title",
                "dcterms.title",
                "citation_title",
                "title"));
        stated.add(Tidy.line(page.title()));
        stated.removeIf(text -> text.isBlank() || text.length() > LONGEST);
        return stated;
    }

    private static List<Heading> headings(Document page, String query, SiteName site) {
        var headings = new ArrayList<Heading>();
        for (var element : page.select(query)) {
            if (headings.size() == HEADINGS) {
                break;
            }
            var text = Texts.brief(element, LONGEST);
            if (text.length() > 2 && text.length() <= LONGEST && !site.is(text) && !isMasthead(element)) {
                headings.add(new Heading(text, Lines.fold(text), element));
            }
        }
        return headings;
    }

    /** The site's own name, whatever it is: it stands in the masthead, or leads to the front page. */
    private static boolean isMasthead(Element element) {
        var names = element.className() + " " + element.id();
        for (var around : element.parents().stream().limit(2).toList()) {
            names += " " + around.className() + " " + around.id();
        }
        return MASTHEAD.matcher(names).find() && !names.contains("entry-title")
                || element.select("a[href]").stream()
                        .anyMatch(
                                link -> FRONT_PAGE.matcher(link.absUrl("href")).matches());
    }

    /** The longest heading that the head repeats. */
    private static Optional<Headline> longest(
            List<Heading> headings, List<Stated> stated, BiPredicate<Stated, Heading> repeats) {
        return headings.stream()
                .filter(heading ->
                        !heading.folded().isEmpty() && stated.stream().anyMatch(text -> repeats.test(text, heading)))
                .reduce((a, b) -> b.folded().length() > a.folded().length() ? b : a)
                .map(heading -> new Headline(heading.text(), Optional.of(heading.element())));
    }

    /** A heading that holds its kicker or a count of comments too: the part of it that the head repeats. */
    private static Optional<Headline> within(List<Heading> headings, List<Stated> stated) {
        for (var heading : headings) {
            for (var text : stated) {
                var cut = text.foldedCut();
                var part = heading.element().children().stream()
                        .map(child -> Texts.brief(child, LONGEST))
                        .filter(child -> Lines.fold(child).equals(cut))
                        .findFirst()
                        .or(() -> Optional.of(Tidy.line(heading.element().ownText()))
                                .filter(own -> Lines.fold(own).equals(cut)));
                if (!cut.isEmpty() && part.isPresent()) {
                    return Optional.of(new Headline(part.get(), Optional.of(heading.element())));
                }
            }
        }
        return Optional.empty();
    }

    /** A heading most of whose words the head has too. */
    private static Optional<Headline> alike(List<Heading> headings, List<Stated> stated) {
        return headings.stream()
                .filter(heading -> stated.stream().anyMatch(text -> overlap(heading.folded(), text.folded()) >= ALIKE))
                .findFirst()
                .map(heading -> new Headline(heading.text(), Optional.of(heading.element())));
    }

    private static Optional<Headline> alone(List<Heading> headings) {
        return headings.stream()
                .filter(heading -> heading.text().length() > ALONE)
                .filter(heading -> headings.size() == 1)
                .findFirst()
                .map(heading -> new Headline(heading.text(), Optional.of(heading.element())));
    }

    private static double overlap(String a, String b) {
        Set<String> words = new HashSet<>(List.of(a.split(" ")));
        Set<String> both = new HashSet<>(words);
        both.retainAll(List.of(b.split(" ")));
        return both.size() / (double) Math.max(1, words.size());
    }

    private static Headline stated(List<Heading> headings, List<Stated> stated, SiteName site) {
        var at = headings.stream().map(Heading::element).findFirst();
        var text = stated.stream()
                .map(Stated::cut)
                .filter(cut -> !site.is(cut))
                .findFirst()
                .or(() -> headings.stream().map(Heading::text).findFirst())
                .or(() -> stated.stream().map(Stated::text).findFirst());
        return new Headline(text.orElse(""), at);
    }
}
