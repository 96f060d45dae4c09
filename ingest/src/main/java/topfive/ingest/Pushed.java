package topfive.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import topfive.contract.Source;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Links;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/** A document somebody hands in, as JSON: over HTTP or as a file. */
public record Pushed(
        String source,
        String url,
        String title,
        String author,
        Optional<OffsetDateTime> publishedAt,
        String language,
        String contentType,
        String content) {
    private static final int DEPTH = 32;
    private static final Set<String> WRITTEN = Set.of("", "text/html", "text/plain", "text/markdown");
    private static final Set<String> SPOKEN =
            Set.of("text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/json");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws Unreadable {@code not-json}, {@code missing-field}, {@code bad-field} or {@code content-type} */
    public static Pushed parse(byte[] body) throws Unreadable {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unreadable("not-json", "the body is no JSON: " + e.getMessage());
        }
        if (root == null || !root.isObject()) {
            throw new Unreadable("not-json", "the body must be a JSON object with \"source\" and \"content\"");
        }
        var content = text(root, "content");
        if (content.isBlank()) {
            throw new Unreadable("missing-field", "\"content\" is missing or empty");
        }
        var source = text(root, "source");
        if (source.isBlank()) {
            throw new Unreadable("missing-field", "\"source\" is missing or empty");
        }
        var type = text(root, "contentType").split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
        if (!WRITTEN.contains(type) && !SPOKEN.contains(type)) {
            throw new Unreadable(
                    "content-type",
                    "contentType " + type
                            + "; expected text/html, text/plain, text/markdown, text/vtt, application/x-subrip or application/json");
        }
        return new Pushed(
                source.strip(),
                address(text(root, "url")),
                text(root, "title"),
                text(root, "author"),
                date(text(root, "publishedAt")),
                text(root, "language"),
                type,
                content);
    }

    /** @throws Unreadable where the content holds no text */
    public Reading read(CopyDesk desk) throws Unreadable {
        boolean spoken = SPOKEN.contains(contentType);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var reading = desk.read(
                new CopyDesk.Copy(bytes, "text/plain; charset=utf-8", url, "content", language, List.of(), spoken));
        return new Reading(
                title.isBlank() ? reading.title() : title.strip(),
                author.isBlank() ? reading.author() : author.strip(),
                url.isEmpty() ? reading.url() : url,
                reading.site(),
                publishedAt.or(reading::published),
                reading.language(),
                reading.quality(),
                reading.truncated(),
                reading.body(),
                reading.notes());
    }

    public Source asSource() {
        var owner = Owners.of(url).isEmpty() ? source : Owners.of(url);
        return new Source(source, source, "push", owner, null);
    }

    private static String address(String stated) throws Unreadable {
        if (stated.isBlank()) {
            return "";
        }
        return Links.absolute(null, stated)
                .orElseThrow(() -> new Unreadable("bad-field", "\"url\" must be an absolute http or https address"));
    }

    private static Optional<OffsetDateTime> date(String stated) throws Unreadable {
        if (stated.isBlank()) {
            return Optional.empty();
        }
        var date = Dates.parse(stated);
        if (date.isEmpty()) {
            throw new Unreadable("bad-field", "\"publishedAt\" is no date; expected e.g. 2026-10-14T08:00:00Z");
        }
        return date;
    }

    private static String text(JsonNode root, String field) throws Unreadable {
        var value = root.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw new Unreadable("bad-field", "\"" + field + "\" must be a string");
        }
        return value.isTextual() ? value.asText().replace("\0", "") : "";
    }
}
