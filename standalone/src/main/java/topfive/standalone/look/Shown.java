package topfive.standalone.look;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import topfive.contract.Json;
import topfive.ingest.feed.Feed;
import topfive.ingest.text.Reading;

/** What was extracted, as JSON and as text for a terminal. Control characters of a source never reach the terminal. */
public record Shown(ObjectNode json, String text) {

    public static Shown of(Reading reading) {
        var json = Json.MAPPER.createObjectNode();
        json.put("title", reading.title());
        json.put("author", reading.author());
        json.put("url", reading.url());
        json.put("site", reading.site());
        json.put("publishedAt", date(reading.published()));
        json.put("language", reading.language());
        json.set("quality", Json.MAPPER.valueToTree(reading.quality()));
        json.put("truncated", reading.truncated());
        if (reading.body() instanceof Reading.Spoken spoken) {
            json.set("turns", Json.MAPPER.valueToTree(spoken.turns()));
            json.set("chapters", Json.MAPPER.valueToTree(spoken.chapters()));
        } else {
            json.set("paragraphs", Json.MAPPER.valueToTree(((Reading.Written) reading.body()).paragraphs()));
        }
        json.set("notes", Json.MAPPER.valueToTree(reading.notes()));
        var head = reading.title() + "\n" + reading.author() + "  "
                + (date(reading.published()) == null ? "undated" : date(reading.published())) + "  "
                + reading.language() + "  " + reading.quality() + "\n\n";
        return new Shown(json, plain(head + String.join("\n\n", reading.body().texts())) + "\n");
    }

    /** @param format what the transcript was read as, in words */
    public static Shown transcript(Reading reading, String format) {
        var shown = of(reading);
        shown.json().put("format", format);
        return reading.body() instanceof Reading.Spoken spoken
                ? new Shown(shown.json(), plain(ShownTurns.text(reading, spoken, format)))
                : new Shown(
                        shown.json(), "! no names that recur: read as a page, not as a transcript\n" + shown.text());
    }

    public static Shown of(Feed feed) {
        return ShownFeed.of(feed);
    }

    static String date(Optional<OffsetDateTime> stated) {
        return stated.map(OffsetDateTime::toString).orElse(null);
    }

    static String plain(String fromOutside) {
        return fromOutside.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
    }
}
