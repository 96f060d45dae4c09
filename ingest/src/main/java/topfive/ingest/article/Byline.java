package topfive.ingest.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import topfive.ingest.text.Tidy;

/** Who wrote the article: what the page states as data, then what stands at the headline, then elements that are named so elsewhere. */
final class Byline {
    private static final int LONGEST = 120;
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

    private static final Pattern BY = Pattern.compile(
            "^\\W*(?:(?:article |post |story |text |words |reported |reviewed and )?(?:written|posted|published|created|edited)? ?by|written by|author|authors|autor(?:in|en)?|auteurs?|verfasst von|geschrieben von|ein beitrag von|von|par|por|escrito por|publicado por|di|scritto da|door|przez|av|tekst|text)\\s*[:|]?\\s+(?=\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A line that begins so names the author, where a capital follows. */
    private static final Pattern LINE = Pattern.compile(
            "^\\W{0,3}(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Cc]reated|[Rr]eported) [Bb]y|[Bb][Yy](?=\\W)|[Aa]uthors?\\s*:|[Aa]utor(?:in|en)?\\s*:|[Aa]uteurs?\\s*:|V[Oo][Nn]|P[Aa][Rr]|P[Oo][Rr]|(?:Escrito|Publicado) por|Scritto da|Door|[Tt]ext\\s*:|[Ww]ords\\s*:)\\s*:?\\s+(?=[\\p{Lu}@])(.{3,160})$");

    private static final Pattern END = Pattern.compile(
            "\\s*(?:[|•·●]|\\s/\\s|\\s[–—-]\\s|\\bon (?=\\p{Lu}\\p{L}+ \\d|\\d)|\\b(?:published|updated|posted|last|veröffentlicht|aktualisiert|publié|publicado|reviewed|medically|fact[- ]checked|edited by|photos? by|read more|follow|share|min(?:ute)?s? read|\\d+ min|am (?=\\d)|le (?=\\d)|el (?=\\d)|in (?=\\p{Lu}))\\b|\\(?\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\b\\d{4}-\\d{2}|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{Lu}\\p{L}{2,8}\\.?,? \\d{4}|\\b\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b).*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern URL = Pattern.compile("^\\s*(?:https?:|//|www\\.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NAME = Pattern.compile(
            "\\d{4}|[<>{}=\\[\\]]|@\\w+\\.\\w+$|^@$|\\w\\.\\w+\\.\\w|^[\\d\\W]+$", Pattern.CASE_INSENSITIVE);
    /** What stands in elements of that name and is nobody. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:admin|administrator|user|guest|anonymous|no author|null|none|undefined|unknown|root|webmaster|the author|author|authors|name|by|editor|share|follow(?: us| me)?|sign ?in|log ?in|subscribe|reply|comments?|(?:posted|written|published) by:?|read more|more|view (?:all|profile|more).*|see (?:all|more).*|all posts.*|more (?:from|by|posts).*|articles by.*|full bio|member login|skip to.*|here|print|bluesky|about.*|contact.*|send an? e-?mail.*|cite.*|explore.*|learn more.*|our (?:team|story|mission|blog|company).*|linkedin|twitter|facebook|instagram|email|website|home|blog|news|uncategorized|history|opinion|tags?|categor(?:y|ies).*|advertis.*|privacy.*|disclosure.*|editorial (?:guidelines|policy|process|standards).*|reviewed.*|fact.checked.*|expert.*|updated.*|published.*|get .*|join .*|start .*|free .*|how .*|why .*|what .*|the best .*|meet .*|written|beitrag|anzeige|teilen|autor(?:in)?|weiterlesen|alle (?:beiträge|artikel).*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABEL = Pattern.compile(
            "written|author|posted by|verfasst|geschrieben|autor|auteur|écrit|escrito|scritto|door|przez|skriv|автор|написано|^by$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}'’.-]{1,20}(?: (?:\\p{Lu}\\.|de|van|von|der|da|di|la|le|bin|al)){0,2} \\p{Lu}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’-]{1,20})?");
    private static final Pattern DATED =
            Pattern.compile("\\b(?:19|20)\\d\\d\\b|\\bmin(?:ute)?s?\\.? read", Pattern.CASE_INSENSITIVE);
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
                .map(this::name)
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
                .filter(line -> line.length() < 200)
                .map(LINE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> name(matcher.group(1)))
                .flatMap(Optional::stream)
                .filter(name -> name.split(" ").length <= 14)
                .findFirst();
    }

    /** "Written by" somewhere else, at the foot mostly. */
    private Optional<String> signed(Marked marked) {
        return marked.signed().stream()
                .limit(20)
                .filter(element -> !Elsewhere.is(element))
                .map(element -> Tidy.line(element.text()))
                .filter(line -> line.length() < 200)
                .map(this::name)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A line that is a name, next to the line with the date. */
    private Optional<String> besideDate(Masthead masthead) {
        var lines = masthead.lines();
        for (int at = 0; at < Math.min(12, lines.size()); at++) {
            boolean dated = at > 0 && isDated(lines.get(at - 1)) || at + 1 < lines.size() && isDated(lines.get(at + 1));
            if (dated
                    && PERSON.matcher(lines.get(at)).matches()
                    && name(lines.get(at)).isPresent()
                    && !site.is(lines.get(at))) {
                return name(lines.get(at));
            }
        }
        return Optional.empty();
    }

    private static boolean isDated(String line) {
        return line.length() < 80 && DATED.matcher(line).find();
    }

    private Optional<String> named(Marked marked, Masthead masthead, boolean near) {
        for (var query : NAMED) {
            var names = new ArrayList<String>();
            Element first = null;
            for (var element : marked.writers(query).stream().limit(60).toList()) {
                if (masthead.holds(element) != near || !near && Elsewhere.is(element)) {
                    continue;
                }
                var name = name(Tidy.line(element.text()));
                if (name.isPresent() && !site.is(name.get()) && (first == null || isBeside(first, element))) {
                    first = first == null ? element : first;
                    names.add(name.get());
                }
            }
            var people = people(names);
            if (!people.isEmpty()) {
                return Optional.of(people);
            }
        }
        return Optional.empty();
    }

    /** Several writers stand in one element, or in elements next to each other. */
    private static boolean isBeside(Element first, Element other) {
        return first.parent() == other.parent()
                || first.parent() != null
                        && other.parent() != null
                        && first.parent().parent() == other.parent().parent()
                        && first.parent().parent() != null;
    }

    private Optional<String> name(String text) {
        if (URL.matcher(text).find()) {
            return Optional.empty();
        }
        var name = Tidy.line(Parser.unescapeEntities(text.length() > 400 ? text.substring(0, 400) : text, false));
        for (int times = 0; times < 2; times++) {
            name = BY.matcher(name).replaceFirst("");
        }
        name = END.matcher(name).replaceFirst("").replaceAll("^[\\s,;:–-]+|[\\s,;:–-]+$", "");
        boolean is = name.length() > 1
                && name.length() < LONGEST
                && name.split(" ").length <= 16
                && !NO_NAME.matcher(name).find()
                && !NOBODY.matcher(name).matches()
                && !Lines.fold(name).equals(title)
                && !name.endsWith(".") | name.length() < 40;
        return is ? Optional.of(name) : Optional.empty();
    }
}
