package topfive.ingest.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Document.Quality;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.article.PlainText;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.mail.MailFile;
import topfive.ingest.mail.Newsletter;
import topfive.ingest.text.Cut;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;
import topfive.ingest.transcript.Transcript;

/**
 * Takes bytes of any form, article page, plain text, newsletter or transcript, and gives what they say. The content decides what it is; a name that
 * says otherwise is noted.
 */
public final class CopyDesk {
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{2,8})(?:[?#].*)?$");

    private final Languages languages;
    private final TimeLimit limit;

    public CopyDesk(Languages languages) {
        this(languages, TimeLimit.NONE);
    }

    public CopyDesk(Languages languages, TimeLimit limit) {
        this.languages = languages;
        this.limit = limit;
    }

    /**
     * @param contentType as the server says it, or ""
     * @param url where it stood, or "" (then relative links mean nothing)
     * @param name file name or address, to note where it misleads
     * @param language as the feed says it, or ""
     * @param persons who may be speaking, as the feed says it
     * @param spoken true where it is known to be a transcript
     * @param fetched true where we took it from the web ourselves; what is pushed or lies in a folder, somebody vouches for
     */
    public record Copy(
            byte[] bytes,
            String contentType,
            String url,
            String name,
            String language,
            List<String> persons,
            boolean spoken,
            boolean fetched) {
        public Copy {
            persons = List.copyOf(persons);
        }

        public Copy(
                byte[] bytes,
                String contentType,
                String url,
                String name,
                String language,
                List<String> persons,
                boolean spoken) {
            this(bytes, contentType, url, name, language, persons, spoken, false);
        }

        public Copy asFetched() {
            return new Copy(bytes, contentType, url, name, language, persons, spoken, true);
        }

        public static Copy page(byte[] bytes, String contentType, String url) {
            return new Copy(bytes, contentType, url, url, "", List.of(), false, true);
        }
    }

    /** Whatever else is read of one document, under the same limit as a page; not one within another. */
    public <T> T within(String name, TimeLimit.Work<T> work) throws Unreadable {
        return limit.within(name, work);
    }

    /** A feed, under the same limit as a page. */
    public Feed feed(byte[] bytes, String contentType, String url) throws Unreadable {
        return limit.within(url, () -> FeedFile.read(Encoding.decode(bytes, contentType), url));
    }

    /**
     * @throws Unreadable where there is no text in it ({@code empty}, {@code not-text}, {@code no-text}, {@code cookie-wall}), none for
     *     us ({@code reserved}), or where reading it takes too long ({@code too-slow})
     */
    public Reading read(Copy copy) throws Unreadable {
        if (copy.bytes().length == 0) {
            throw new Unreadable("empty", copy.name() + " is empty");
        }
        var reading = limit.within(copy.name(), () -> Cut.toLimit(asItIs(copy)));
        if (reading.body().texts().stream().allMatch(String::isBlank)) {
            throw new Unreadable("no-text", copy.name() + " has no article text in it");
        }
        return reading;
    }

    private Reading asItIs(Copy copy) throws Unreadable {
        return MailFile.isMail(copy.bytes())
                ? Newsletter.read(copy.bytes(), copy.name(), languages).reading()
                : read(copy, text(copy.bytes(), copy.contentType(), copy.name()));
    }

    /**
     * @param name file name or address, for the message
     * @throws Unreadable where these are no characters
     */
    public static String text(byte[] bytes, String contentType, String name) throws Unreadable {
        var text = Encoding.decode(bytes, contentType);
        if (isBinary(text)) {
            throw new Unreadable("not-text", name + " is not text; give HTML, plain text or a transcript");
        }
        return text;
    }

    public Languages languages() {
        return languages;
    }

    private Reading read(Copy copy, String text) throws Unreadable {
        var format = Transcript.sniff(text);
        return switch (format) {
            case VTT, SRT, JSON -> spoken(copy, text, format);
            case HTML ->
                copy.spoken() && Transcript.isConversation(text)
                        ? spoken(copy, text, format)
                        : noted(copy, page(copy, text), format);
            case TEXT -> saysHtml(copy) && text.contains("<") ? page(copy, text) : plain(copy, text);
        };
    }

    private static boolean saysHtml(Copy copy) {
        return copy.contentType().contains("html") || copy.name().matches("(?i).*\\.html?(?:[?#].*)?");
    }

    private Reading page(Copy copy, String text) throws Unreadable {
        var seen = ArticlePage.see(text, copy.url(), languages, copy.language());
        if (copy.fetched() && seen.reserved()) {
            throw new Unreadable(
                    "reserved",
                    copy.name() + " reserves its text from mining: it is left alone, as its publisher wishes");
        }
        return switch (seen.access()) {
            case COOKIE_WALL ->
                throw new Unreadable(
                        "cookie-wall", copy.name() + " shows the question for cookies instead of an article");
            case EMPTY -> throw new Unreadable("no-text", copy.name() + " has no article text in it");
            case FULL, TEASER, PAYWALLED -> seen.reading();
        };
    }

    private Reading plain(Copy copy, String text) throws Unreadable {
        var start = text.stripLeading();
        if (start.matches("(?s)[{\\[]\\s*[{\\[\"].*") || start.startsWith("{")) {
            throw new Unreadable(
                    "unknown-json",
                    copy.name() + " is JSON, but neither a transcript (\"segments\") nor a document (\"content\")");
        }
        if (copy.spoken() || Transcript.isConversation(text)) {
            return spoken(copy, text, Transcript.Format.TEXT);
        }
        return noted(copy, PlainText.read(text, languages, copy.language()), Transcript.Format.TEXT);
    }

    private Reading spoken(Copy copy, String text, Transcript.Format format) throws Unreadable {
        var transcript = Transcript.read(text, copy.persons(), List.of());
        var body = new Reading.Spoken(transcript.turns(), List.of(), "");
        var language = languages.of(String.join("\n", body.texts()), copy.language());
        return noted(
                copy,
                new Reading("", "", "", "", Optional.empty(), language, Quality.FULL, false, body, transcript.notes()),
                format);
    }

    private static Reading noted(Copy copy, Reading reading, Transcript.Format format) {
        var matcher = EXTENSION.matcher(copy.name());
        var extension = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        var expected = switch (extension) {
            case "srt" -> Transcript.Format.SRT;
            case "vtt" -> Transcript.Format.VTT;
            case "json" -> Transcript.Format.JSON;
            case "html", "htm" -> Transcript.Format.HTML;
            case "txt", "md" -> Transcript.Format.TEXT;
            default -> format;
        };
        return expected == format
                ? reading
                : reading.noting("its name says ." + extension + ", it is " + format.words() + ": read as that");
    }

    private static boolean isBinary(String text) {
        var head = text.substring(0, Math.min(2000, text.length()));
        long odd = head.chars()
                .filter(c -> c == 0xFFFD || Character.isISOControl(c) && !Character.isWhitespace(c))
                .count();
        return head.startsWith("%PDF") || head.startsWith("PK\u0003\u0004") || odd * 20 > head.length();
    }
}
