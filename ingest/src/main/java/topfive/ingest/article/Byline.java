package topfive.ingest.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Who wrote the article: what the page states as data, then what stands at the headline, then elements that are named so elsewhere. */
final class Byline {
    private static final String[] METAS = {
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "citation_authors",
        "creator",
        "cxenseparse:author",
        "twitter:creator"
    };
    /** The most particular first. */
    private static final List<Evaluator> NAMED = Stream.of(
                    "[itemprop=author] [itemprop=name]",
                    "[itemprop=author]",
                    "a[rel~=(?i)\\bauthor\\b]",
                    ".vcard .fn, .author .fn, .h-card .p-name",
                    "[class*=byline] a, [class*=Byline] a",
                    "[class*=author-name], [class*=author_name], [class*=authorName], [class*=AuthorName]",
                    "[class*=author] a, [class*=Author] a",
                    "a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/auteur/'], a[href*='/profile/']",
                    "[class*=byline], [class*=Byline]",
                    "[class~=(?i)^authors?$], [class*=post-author], [class*=article-author], [class*=entry-author], [id*=author]",
                    "[class*=author]")
            .map(QueryParser::parse)
            .toList();

    /** A line that begins so names the author, where a capital follows. */
    private static final Pattern LINE = Pattern.compile(
            "^\\W{0,3}(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Cc]reated|[Rr]eported) [Bb]y|[Bb][Yy](?=\\W)|[Aa]uthors?\\s*:|[Aa]utor(?:in|en)?\\s*:|[Aa]uteurs?\\s*:|V[Oo][Nn]|P[Aa][Rr]|P[Oo][Rr]|(?:Escrito|Publicado) por|Scritto da|Door|[Tt]ext\\s*:|[Ww]ords\\s*:)\\s*:?\\s+(?=[\\p{Lu}@])(.{3,160})$");

    private static final Pattern LABEL = Pattern.compile(
            "written|author|posted by|verfasst|geschrieben|autor|auteur|écrit|escrito|scritto|door|przez|skriv|автор|написано|^by$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}'’.-]{1,20}(?: (?:\\p{Lu}\\.|de|van|von|der|da|di|la|le|bin|al)){0,2} \\p{Lu}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’-]{1,20})?");
    private static final Pattern DATED =
            Pattern.compile("\\b(?:19|20)\\d\\d\\b|\\bmin(?:ute)?s?\\.? read", Pattern.CASE_INSENSITIVE);
    private static final int ELEMENTS = 60;
    private static final int BRIEF = 200;
    private static final int LINES = 12;
    private static final int SHORT = 80;

    private final SiteName site;
    private final String title;

    private Byline(SiteName site, String title) {
        this.site = site;
        this.title = Lines.fold(title);
    }

    /** @return names with commas between them, "" where the page names nobody */
    static String of(Marked marked, Metas metas, JsonLd said, SiteName site, Headline headline, Masthead masthead) {
        var byline = new Byline(site, headline.text());
        var stated = Stream.of(byline.people(said.authors()), byline.stated(metas))
                .filter(names -> !names.isEmpty())
                .toList();
        return stated.stream()
                .filter(names -> !site.is(names))
                .findFirst()
                .or(() -> byline.named(marked, masthead, true))
                .or(() -> byline.written(masthead))
                .or(() -> stated.stream().findFirst())
                .or(() -> byline.signed(marked))
                .or(() -> byline.named(marked, masthead, false))
                .or(() -> byline.besideDate(masthead))
                .orElse("");
    }

    private String people(List<String> names) {
        var people = new LinkedHashMap<String, String>();
        names.stream()
                .map(WriterName::of)
                .flatMap(Optional::stream)
                .forEach(name -> people.putIfAbsent(Lines.fold(name), name));
        return String.join(", ", people.values());
    }

    private String stated(Metas metas) {
        for (var key : METAS) {
            var names = people(metas.all(key));
            if (!names.isEmpty() && !names.startsWith("@")) {
                return names;
            }
        }
        var labelled = labelled(metas, "1");
        return labelled.isEmpty() ? labelled(metas, "2") : labelled;
    }

    /** What blogs put into the card for social media: "Written by" and a name. */
    private String labelled(Metas metas, String number) {
        return LABEL.matcher(metas.first("twitter:label" + number)).find()
                ? people(metas.all("twitter:data" + number))
                : "";
    }

    private Optional<String> written(Masthead masthead) {
        return masthead.lines().stream()
                .filter(line -> line.length() < BRIEF)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> WriterName.of(matcher.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "Written by" somewhere else, at the foot mostly. */
    private Optional<String> signed(Marked marked) {
        return marked.signed().stream()
                .limit(ELEMENTS)
                .filter(element -> !Elsewhere.is(element))
                .map(element -> Texts.brief(element, BRIEF))
                .map(WriterName::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A line that is a name, next to the line with the date. */
    private Optional<String> besideDate(Masthead masthead) {
        var lines = masthead.lines();
        for (int at = 0; at < Math.min(LINES, lines.size()); at++) {
            boolean dated = at > 0 && isDated(lines.get(at - 1)) || at + 1 < lines.size() && isDated(lines.get(at + 1));
            if (dated
                    && PERSON.matcher(lines.get(at)).matches()
                    && WriterName.of(lines.get(at)).isPresent()
                    && !site.is(lines.get(at))) {
                return WriterName.of(lines.get(at));
            }
        }
        return Optional.empty();
    }

    private static boolean isDated(String line) {
        return line.length() < SHORT && DATED.matcher(line).find();
    }

    /** Elements that are named after writers, at the headline or elsewhere. */
    private Optional<String> named(Marked marked, Masthead masthead, boolean near) {
        return NAMED.stream()
                .map(query -> marked.writers(query).stream()
                        .limit(ELEMENTS)
                        .filter(element -> masthead.holds(element) == near)
                        .filter(element -> near || !Elsewhere.is(element))
                        .toList())
                .map(this::together)
                .filter(people -> !people.isEmpty())
                .findFirst();
    }

    /** The first element that names somebody, and those beside it. */
    private String together(List<Element> elements) {
        var names = new ArrayList<String>();
        Element first = null;
        for (var element : elements) {
            var name = WriterName.of(Texts.brief(element, BRIEF)).filter(this::isAnother);
            if (name.isPresent() && (first == null || isBeside(first, element))) {
                first = first == null ? element : first;
                names.add(name.get());
            }
        }
        return people(names);
    }

    private boolean isAnother(String name) {
        return !site.is(name) && !Lines.fold(name).equals(title);
    }

    /** Several writers stand in one element, or in elements next to each other. */
    private static boolean isBeside(Element first, Element other) {
        return first.parent() == other.parent()
                || first.parent() != null
                        && other.parent() != null
                        && first.parent().parent() == other.parent().parent()
                        && first.parent().parent() != null;
    }
}
