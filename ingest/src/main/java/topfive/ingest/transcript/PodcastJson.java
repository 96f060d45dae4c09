package topfive.ingest.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Unreadable;

/**
 * Podcasting 2.0 JSON: {@code {version, segments: [{speaker, startTime, endTime, body}]}}, times in seconds; a segment may be a sentence or a
 * word. What speech-to-text programs write ({@code start}, {@code end}, {@code text}; the list alone) is read as well.
 */
final class PodcastJson {
    private static final Pattern SEGMENTS = Pattern.compile("\"segments\"\\s*:\\s*\\[");
    private static final Pattern LIST = Pattern.compile("^\\[\\s*\\{[^\\[\\]{}]*\"(?:startTime|start)\"\\s*:");
    private static final Pattern TEXT = Pattern.compile("^\\[\\s*\\{[^\\[\\]{}]*\"(?:body|text)\"\\s*:");
    private static final int HEAD = 4000;
    private static final double LONGEST_SECONDS = 1e7;

    private PodcastJson() {}

    /** @param start a text without space at its start */
    static boolean is(String start) {
        if (start.startsWith("{")) {
            return SEGMENTS.matcher(start).find();
        }
        var head = start.substring(0, Math.min(HEAD, start.length()));
        return head.startsWith("[")
                && LIST.matcher(head).find()
                && TEXT.matcher(head).find();
    }

    /** @throws Unreadable where it is no JSON */
    static List<Cue> cues(String text) throws Unreadable {
        try {
            var root = LooseJson.read(text);
            var cues = new ArrayList<Cue>();
            for (var segment : root.isArray() ? root : root.path("segments")) {
                var words = first(segment, "body", "text");
                if (!words.isBlank()) {
                    var start = millis(segment, "startTime", "start");
                    var end = millis(segment, "endTime", "end");
                    cues.add(new Cue("", start, end, first(segment, "speaker"), words));
                }
            }
            return cues;
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the JSON transcript is malformed: " + e.getOriginalMessage());
        }
    }

    private static String first(JsonNode segment, String... names) {
        for (var name : names) {
            var text = segment.path(name).asText("");
            if (!text.isBlank() && !segment.path(name).isNull()) {
                return text;
            }
        }
        return "";
    }

    /** Null for what is no time: missing, negative, not a number, beyond every recording. */
    private static Long millis(JsonNode segment, String... names) {
        for (var name : names) {
            var value = segment.path(name);
            if (value.isTextual() && Moments.isTime(value.asText())) {
                return Moments.millis(value.asText());
            }
            var seconds = value.asDouble(Double.NaN);
            if (seconds >= 0 && seconds < LONGEST_SECONDS) {
                return Math.round(seconds * 1000);
            }
        }
        return null;
    }
}
