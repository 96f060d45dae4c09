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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** The fields of a JSON object, strictly: no field twice, nothing behind the object, nothing deep. */
record Fields(JsonNode root) {
    private static final int DEPTH = 32;
    private static final int LINE = 1000;
    private static final int NAME = 100;
    private static final int MOST_NAMES = 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Fields of(byte[] body) throws Unreadable {
        try {
            var root = MAPPER.readTree(body);
            if (root != null && root.isObject()) {
                return new Fields(root);
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

    /** "" where it is missing or null. */
    String text(String field) throws Unreadable {
        var value = root.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw new Unreadable("bad-field", "\"" + field + "\" must be a string");
        }
        return value.isTextual() ? value.asText().replace("\0", "") : "";
    }

    String needed(String field) throws Unreadable {
        var text = text(field);
        if (text.isBlank()) {
            throw new Unreadable("missing-field", "\"" + field + "\" is missing or empty");
        }
        return text;
    }

    String line(String field) throws Unreadable {
        var line = Tidy.line(text(field));
        if (line.length() > LINE) {
            throw new Unreadable("bad-field", "\"" + field + "\" is longer than " + LINE + " characters");
        }
        return line;
    }

    /** The names of other fields, the first 20 of them. */
    List<String> namesBut(Set<String> known) {
        var others = new ArrayList<String>();
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && others.size() < MOST_NAMES) {
                others.add(Tidy.line(name.substring(0, Math.min(NAME, name.length()))));
            }
        });
        return others;
    }
}
