package topfive.ingest.article;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import topfive.ingest.article.WrittenDate.Kind;
import topfive.ingest.text.Dates;

/** When the article was published: as data, or as it stands at the headline. When it was last changed counts only where nothing else is said. */
final class Dateline {
    private static final String[] PUBLISHED = {
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "published_date",
        "published-date",
        "publish_date",
        "publish-date",
        "publishdate",
        "pubdate",
        "w-published-date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "date",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "publication_date",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "prism.publicationdate",
        "created",
        "datecreated",
        "rnews:datepublished"
    };
    private static final String[] MODIFIED = {
        "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"
    };
    private static final Pattern CHANGED = Pattern.compile("updat|modif", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d\\d)[/-]?(0\\d|1[0-2])[/-]?([0-2]\\d|3[01])(?:[/_-]|$)");
    private static final Evaluator STATED = QueryParser.parse("[itemprop~=(?i)datePublished]");
    private static final Evaluator NAMED = QueryParser.parse(
            "[class*=date], [class*=Date], [class*=publish], [class*=byline], [class*=meta], [class*=posted]");
    private static final int ELEMENTS = 60;
    private static final int SHORT = 120;

    private final Document page;
    private final Marked marked;
    private final Metas metas;
    private final JsonLd said;
    private final Masthead masthead;
    private final String language;

    private Dateline(Document page, Marked marked, Metas metas, JsonLd said, Masthead masthead, String language) {
        this.page = page;
        this.marked = marked;
        this.metas = metas;
        this.said = said;
        this.masthead = masthead;
        this.language = language;
    }

    /** As stated, with the offset stated; a day without an hour is its midnight in UTC. */
    static Optional<OffsetDateTime> of(
            Document page, Marked marked, Metas metas, JsonLd said, Masthead masthead, String language, String url) {
        return new Dateline(page, marked, metas, said, masthead, language).find(url);
    }

    private Optional<OffsetDateTime> find(String url) {
        var stated = first(Stream.concat(Stream.of(said.text("datePublished")), metas.all(PUBLISHED).stream()))
                .or(() -> first(marked.days(STATED).stream()
                        .filter(element -> !Elsewhere.is(element))
                        .map(Dateline::stated)));
        var changed = first(Stream.concat(Stream.of(said.text("dateModified")), metas.all(MODIFIED).stream()));
        var near = near();
        var shown = first(Kind.PUBLISHED, near).or(() -> first(Kind.PLAIN, near));
        if (stated.isPresent()) {
            boolean other = shown.isPresent() && isNews(shown.get(), stated.get(), changed);
            return other ? shown : stated.map(this::asShown);
        }
        return first(Stream.of(inAddress(url))).or(() -> shown).or(() -> guessed(near, changed));
    }

    /** Where nothing at the headline says when it was published. */
    private Optional<OffsetDateTime> guessed(List<WrittenDate> near, Optional<OffsetDateTime> changed) {
        var far = far();
        return first(Kind.PUBLISHED, far)
                .or(() -> first(Kind.PLAIN, far))
                .or(() -> first(Stream.of(said.text("dateCreated"))))
                .or(() -> first(Kind.UPDATED, near))
                .or(() -> changed)
                .or(() -> first(Kind.UPDATED, far))
                .or(() -> WrittenDate.first(page.body().text(), language));
    }

    /** Whether the day shown at the headline says something else than the data do, and is not the day of the last change. */
    private static boolean isNews(OffsetDateTime shown, OffsetDateTime stated, Optional<OffsetDateTime> changed) {
        return !isAbout(shown, stated)
                && changed.filter(change -> isAbout(shown, change)).isEmpty();
    }

    /** The same day, as clocks around the world have it. */
    private static boolean isAbout(OffsetDateTime a, OffsetDateTime b) {
        return Math.abs(a.toEpochSecond() - b.toEpochSecond()) < 40 * 3600;
    }

    /** The same moment with the publisher's own offset, where the page shows it so. */
    private OffsetDateTime asShown(OffsetDateTime stated) {
        return marked.times().stream()
                .limit(ELEMENTS)
                .map(time -> Dates.parse(time.attr("datetime")))
                .flatMap(Optional::stream)
                .filter(time -> time.getOffset().getTotalSeconds() != 0 && time.isEqual(stated))
                .findFirst()
                .orElse(stated);
    }

    private static Optional<OffsetDateTime> first(Kind kind, List<WrittenDate> dates) {
        return dates.stream()
                .filter(date -> date.kind() == kind)
                .map(WrittenDate::day)
                .findFirst();
    }

    /** The days at the headline. */
    private List<WrittenDate> near() {
        var near = times(true);
        near.addAll(lines());
        return near;
    }

    /** The days in elements of such a name, wherever they stand. */
    private List<WrittenDate> far() {
        var far = times(false);
        far.addAll(named());
        return far;
    }

    private List<WrittenDate> times(boolean near) {
        var found = new ArrayList<WrittenDate>();
        for (var time : marked.times().stream().limit(ELEMENTS).toList()) {
            if (masthead.holds(time) == near && (near || !Elsewhere.is(time))) {
                var before = time.className() + " " + time.attr("itemprop") + " " + before(time) + " " + ownLabel(time);
                boolean both = time.className().contains("publish");
                var kind = CHANGED.matcher(before).find() && !both ? Kind.UPDATED : WrittenDate.kind(before);
                parse(stated(time)).ifPresent(day -> found.add(new WrittenDate(day, kind)));
            }
        }
        return found;
    }

    private static String ownLabel(Element time) {
        var text = Texts.brief(time, SHORT);
        return text.length() < SHORT ? text.replaceAll("\\d.*", "") : "";
    }

    /** The words right before an element: "Updated on". */
    private static String before(Element element) {
        var sibling = element.previousSibling();
        var words = sibling instanceof org.jsoup.nodes.TextNode text
                ? text.text()
                : sibling instanceof Element other ? Texts.brief(other, SHORT) : "";
        return words.length() > 40 ? words.substring(words.length() - 40) : words;
    }

    private List<WrittenDate> lines() {
        var found = new ArrayList<WrittenDate>();
        var before = "";
        for (var line : masthead.lines()) {
            for (var date : WrittenDate.in(line, language)) {
                var label = before.length() < 30 && date.kind() == Kind.PLAIN ? WrittenDate.kind(before) : date.kind();
                found.add(new WrittenDate(date.day(), label));
            }
            before = line;
        }
        return found;
    }

    private List<WrittenDate> named() {
        var found = new ArrayList<WrittenDate>();
        for (var element : marked.days(NAMED).stream().limit(ELEMENTS).toList()) {
            var text = Texts.brief(element, SHORT);
            if (text.length() < SHORT && !Elsewhere.is(element)) {
                boolean changed = CHANGED.matcher(element.className()).find();
                WrittenDate.in(text, language)
                        .forEach(date -> found.add(changed ? new WrittenDate(date.day(), Kind.UPDATED) : date));
            }
        }
        return found;
    }

    private Optional<OffsetDateTime> first(Stream<String> stated) {
        return stated.filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .map(this::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<OffsetDateTime> parse(String text) {
        return Dates.parse(text)
                .filter(WrittenDate::isPossible)
                .or(() -> WrittenDate.in(text, language).stream()
                        .map(WrittenDate::day)
                        .findFirst());
    }

    private static String stated(Element element) {
        return Texts.first(element.attr("datetime"), element.attr("content"), Texts.brief(element, SHORT));
    }

    private static String inAddress(String url) {
        var matcher = IN_ADDRESS.matcher(url);
        return matcher.find() ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3) : "";
    }
}
