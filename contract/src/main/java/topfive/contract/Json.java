package topfive.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The one way in which Topfive reads and writes JSON: strict about the form (no trailing tokens, no duplicate keys, bounded depth),
 * tolerant of fields it does not know, null written out, times as RFC 3339.
 */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** For people: indented, ends with a newline. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** @throws UncheckedIOException naming in one line the type, what is wrong and the place */
    public static <T> T read(byte[] json, Class<T> type) {
        var what = ("AEIOU".indexOf(type.getSimpleName().charAt(0)) < 0 ? "not a " : "not an ") + type.getSimpleName();
        try (var parser = MAPPER.createParser(json)) {
            try {
                var value = MAPPER.readValue(parser, type);
                if (value == null) {
                    throw new IOException("null");
                }
                return value;
            } catch (IOException e) {
                throw new UncheckedIOException(what + ": " + Fault.in(e, parser.currentLocation()), e);
            }
        } catch (IOException e) { // before the first token: no encoding that JSON may have
            throw new UncheckedIOException(what + ": " + Fault.in(e, null), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        return read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
