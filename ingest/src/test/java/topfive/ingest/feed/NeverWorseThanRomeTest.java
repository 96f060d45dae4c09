package topfive.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Field by field over our feeds: what ROME gets right, ours gets right, too. */
class NeverWorseThanRomeTest {

    @Test
    void whatever_rome_reads_rightly_is_read_rightly_here() throws Unreadable {
        int checks = 0;
        var ours = new HashSet<String>();
        var theirs = new HashSet<String>();
        for (var feed : FeedCase.all()) {
            var expected = fields(feed.expected());
            checks += expected.size();
            var text = Encoding.decode(feed.bytes(), feed.contentType());
            ours.addAll(right(feed.name(), expected, fields(Said.of(FeedFile.read(text, feed.url())))));
            theirs.addAll(right(feed.name(), expected, rome(feed)));
        }
        assertThat(theirs).as("what ROME gets right at all").hasSizeGreaterThan(60);
        assertThat(ours).containsAll(theirs);
        assertThat(ours).as("all that is expected").hasSize(checks);
    }

    /** The fields that both know, as place and text. */
    private static Map<String, String> fields(JsonNode feed) {
        var found = new HashMap<String, String>();
        for (var field : new String[] {"title", "link", "summary", "language", "rights", "published"}) {
            put(found, field, feed.path(field));
        }
        int at = 0;
        for (var item : feed.path("items")) {
            for (var field : new String[] {"title", "link", "id", "summary", "published", "updated"}) {
                put(found, at + "." + field, item.path(field));
            }
            put(found, at + ".content", item.path("contents").path(0));
            put(found, at + ".enclosure", item.path("enclosures").path(0));
            at++;
        }
        return found;
    }

    private static void put(Map<String, String> fields, String place, JsonNode value) {
        if (value.isTextual() && !value.asText().isEmpty()) {
            fields.put(place, value.asText());
        }
    }

    private static Set<String> right(String name, Map<String, String> expected, Map<String, String> said) {
        var right = new HashSet<String>();
        expected.forEach((place, text) -> {
            if (said.containsKey(place) && Tidy.line(text).equals(Tidy.line(said.get(place)))) {
                right.add(name + " " + place);
            }
        });
        return right;
    }

    private static Map<String, String> rome(FeedCase feed) {
        var said = new HashMap<String, String>();
        try (var reader = new XmlReader(
                new ByteArrayInputStream(feed.bytes()),
                feed.contentType().isEmpty() ? null : feed.contentType(),
                true,
                StandardCharsets.UTF_8.name())) {
            var read = new SyndFeedInput().build(reader);
            head(said, read);
            for (int at = 0; at < read.getEntries().size(); at++) {
                entry(said, at + ".", read.getEntries().get(at));
            }
        } catch (IOException | FeedException | IllegalArgumentException e) {
            said.put("failed", String.valueOf(e.getMessage()));
        }
        return said;
    }

    private static void head(Map<String, String> said, SyndFeed feed) {
        put(said, "title", feed.getTitle());
        put(said, "link", feed.getLink());
        put(said, "summary", feed.getDescription());
        put(said, "language", feed.getLanguage());
        put(said, "rights", feed.getCopyright());
        put(said, "published", feed.getPublishedDate());
    }

    private static void entry(Map<String, String> said, String place, SyndEntry entry) {
        put(said, place + "title", entry.getTitle());
        put(said, place + "link", entry.getLink());
        put(said, place + "id", entry.getUri());
        put(
                said,
                place + "summary",
                entry.getDescription() == null ? null : entry.getDescription().getValue());
        put(said, place + "published", entry.getPublishedDate());
        put(said, place + "updated", entry.getUpdatedDate());
        Stream.ofNullable(entry.getContents())
                .flatMap(contents -> contents.stream().map(SyndContent::getValue))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(content -> put(said, place + "content", content));
        entry.getEnclosures().stream()
                .findFirst()
                .ifPresent(file ->
                        put(said, place + "enclosure", file.getUrl() + " " + file.getType() + " " + file.getLength()));
    }

    private static void put(Map<String, String> said, String place, Object value) {
        if (value instanceof Date date) {
            said.put(place, date.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
        } else if (value != null) {
            said.put(place, value.toString());
        }
    }
}
