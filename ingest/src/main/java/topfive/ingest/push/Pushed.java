package topfive.ingest.push;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Links;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/**
 * A document somebody hands in, as JSON: over HTTP or as a file.
 *
 * @param ignored fields that mean nothing here, so that a slip of the pen can be seen: at most 20
 */
public record Pushed(
        String source,
        String url,
        String title,
        String author,
        Optional<OffsetDateTime> publishedAt,
        String language,
        Form form,
        String content,
        List<String> ignored) {
    private static final int SOURCE = 200;
    private static final int ADDRESS = 4000;
    private static final int DATE = 200;
    private static final Set<String> FIELDS =
            Set.of("source", "url", "title", "author", "publishedAt", "language", "contentType", "content", "kind");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}");

    public Pushed {
        ignored = List.copyOf(ignored);
    }

    /** @throws Unreadable {@code not-json}, {@code missing-field}, {@code bad-field} or {@code content-type} */
    public static Pushed parse(byte[] body) throws Unreadable {
        var fields = Fields.of(body);
        var content = fields.needed("content");
        return new Pushed(
                source(fields.needed("source").strip()),
                address(fields.text("url")),
                fields.line("title"),
                fields.line("author"),
                date(fields.text("publishedAt")),
                language(fields.text("language").strip()),
                Form.of(fields.text("contentType"), fields.text("kind"), content),
                content,
                fields.namesBut(FIELDS));
    }

    /** @throws Unreadable where the content holds no text */
    public Reading read(CopyDesk desk) throws Unreadable {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var reading = desk.read(new CopyDesk.Copy(
                bytes, "text/plain; charset=utf-8", url, "content", language, List.of(), form.spoken()));
        return new Reading(
                title.isEmpty() ? reading.title() : title,
                author.isEmpty() ? reading.author() : author,
                url.isEmpty() ? reading.url() : url,
                reading.site(),
                publishedAt.or(reading::published),
                reading.language(),
                reading.quality(),
                reading.truncated(),
                reading.body(),
                reading.notes());
    }

    /** Ids are made of it and tokens bound to it: two that look alike must be alike. */
    private static String source(String stated) throws Unreadable {
        if (stated.length() > SOURCE || !stated.equals(Tidy.line(stated))) {
            throw new Unreadable(
                    "bad-field",
                    "\"source\" must be one line of at most " + SOURCE + " visible characters, e.g. example-news");
        }
        return stated;
    }

    private static String address(String stated) throws Unreadable {
        if (stated.isBlank()) {
            return "";
        }
        if (stated.length() > ADDRESS) {
            throw new Unreadable("bad-field", "\"url\" is longer than " + ADDRESS + " characters");
        }
        return Links.absolute(null, stated)
                .orElseThrow(() -> new Unreadable("bad-field", "\"url\" must be an absolute http or https address"));
    }

    private static Optional<OffsetDateTime> date(String stated) throws Unreadable {
        if (stated.isBlank()) {
            return Optional.empty();
        }
        var date = stated.length() > DATE ? Optional.<OffsetDateTime>empty() : Dates.parse(stated);
        if (date.isEmpty()) {
            throw new Unreadable("bad-field", "\"publishedAt\" is no date; expected e.g. 2026-10-14T08:00:00Z");
        }
        return date;
    }

    private static String language(String stated) throws Unreadable {
        if (!stated.isEmpty() && !LANGUAGE.matcher(stated).matches()) {
            throw new Unreadable("bad-field", "\"language\" is no language tag; expected e.g. en or de-CH");
        }
        return stated;
    }
}
