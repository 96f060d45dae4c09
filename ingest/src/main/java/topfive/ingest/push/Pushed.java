package topfive.ingest.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param spoken whether it is known to be a transcript; what it really is its content decides
 * @param ignored fields that mean nothing here, so that a slip of the pen can be seen: at most 20
 */
public record Pushed(
        String source,
        String url,
        String title,
        String author,
        Optional<OffsetDateTime> publishedAt,
        String language,
        String contentType,
        String content,
        boolean spoken,
        List<String> ignored) {
    private static final int DEPTH = 32;
    private static final int LINE = 1000;
    private static final int ADDRESS = 4000;
    private static final int MOST_IGNORED = 20;
    private static final Set<String> FIELDS =
            Set.of("source", "url", "title", "author", "publishedAt", "language", "contentType", "content", "kind");
    private static final Set<String> WRITTEN = Set.of("", "text/html", "text/plain", "text/markdown");
    private static final Set<String> SPOKEN =
            Set.of("text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/json");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}");

    /** As Podcasting 2.0 writes a transcript in HTML: who, when, what. */
    private static final Pattern SPEAKER_AND_TIME =
            Pattern.compile("<cite>[^<]{1,100}</cite>\\s{0,20}<time>", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Pushed {
        ignored = List.copyOf(ignored);
    }

    /** @throws Unreadable {@code not-json}, {@code missing-field}, {@code bad-field} or {@code content-type} */
    public static Pushed parse(byte[] body) throws Unreadable {
        var root = object(body);
        var content = text(root, "content");
        if (content.isBlank()) {
            throw new Unreadable("missing-field", "\"content\" is missing or empty");
        }
        var type = contentType(text(root, "contentType"));
        return new Pushed(
                source(root),
                address(text(root, "url")),
                line(root, "title"),
                line(root, "author"),
                date(text(root, "publishedAt")),
                language(text(root, "language")),
                type,
                content,
                isSpoken(text(root, "kind"), type, content),
                ignored(root));
    }

    private static JsonNode object(byte[] body) throws Unreadable {
        try {
            var root = MAPPER.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the body is no JSON: " + e.getOriginalMessage() + place(e.getLocation()));
        } catch (IOException e) {
            throw new Unreadable("not-json", "the body is no JSON: " + e.getMessage());
        }
        throw new Unreadable("not-json", "the body must be a JSON object with \"source\" and \"content\"");
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String contentType(String stated) throws Unreadable {
        var type = stated.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (WRITTEN.contains(type) || SPOKEN.contains(type)) {
            return type;
        }
        throw new Unreadable(
                "content-type",
                "\"contentType\" is " + Tidy.line(type)
                        + "; expected text/html, text/plain, text/markdown, text/vtt, application/x-subrip or application/json");
    }

    /** Ids are made of it and tokens bound to it: two that look alike must be alike. */
    private static String source(JsonNode root) throws Unreadable {
        var source = text(root, "source").strip();
        if (source.isEmpty()) {
            throw new Unreadable("missing-field", "\"source\" is missing or empty");
        }
        if (source.length() > 200 || !source.equals(Tidy.line(source))) {
            throw new Unreadable(
                    "bad-field", "\"source\" must be one line of at most 200 visible characters, e.g. example-news");
        }
        return source;
    }

    private static boolean isSpoken(String kind, String type, String content) throws Unreadable {
        if (!Set.of("", "article", "episode").contains(kind)) {
            throw new Unreadable("bad-field", "\"kind\" must be article or episode, or be left out");
        }
        return kind.equals("episode")
                || kind.isEmpty()
                        && (SPOKEN.contains(type)
                                || SPEAKER_AND_TIME.matcher(content).find());
    }

    private static List<String> ignored(JsonNode root) {
        var ignored = new ArrayList<String>();
        root.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name) && ignored.size() < MOST_IGNORED) {
                ignored.add(Tidy.line(name.substring(0, Math.min(100, name.length()))));
            }
        });
        return ignored;
    }

    /** @throws Unreadable where the content holds no text */
    public Reading read(CopyDesk desk) throws Unreadable {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var reading = desk.read(
                new CopyDesk.Copy(bytes, "text/plain; charset=utf-8", url, "content", language, List.of(), spoken));
        return new Reading(
                title.isBlank() ? reading.title() : title,
                author.isBlank() ? reading.author() : author,
                url.isEmpty() ? reading.url() : url,
                reading.site(),
                publishedAt.or(reading::published),
                reading.language(),
                reading.quality(),
                reading.truncated(),
                reading.body(),
                reading.notes());
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
        var date = stated.length() > 200 ? Optional.<OffsetDateTime>empty() : Dates.parse(stated);
        if (date.isEmpty()) {
            throw new Unreadable("bad-field", "\"publishedAt\" is no date; expected e.g. 2026-10-14T08:00:00Z");
        }
        return date;
    }

    private static String language(String stated) throws Unreadable {
        if (!stated.isBlank() && !LANGUAGE.matcher(stated.strip()).matches()) {
            throw new Unreadable("bad-field", "\"language\" is no language tag; expected e.g. en or de-CH");
        }
        return stated.strip();
    }

    private static String line(JsonNode root, String field) throws Unreadable {
        var line = Tidy.line(text(root, field));
        if (line.length() > LINE) {
            throw new Unreadable("bad-field", "\"" + field + "\" is longer than " + LINE + " characters");
        }
        return line;
    }

    private static String text(JsonNode root, String field) throws Unreadable {
        var value = root.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw new Unreadable("bad-field", "\"" + field + "\" must be a string");
        }
        return value.isTextual() ? value.asText().replace("\0", "") : "";
    }
}
