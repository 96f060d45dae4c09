package topfive.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What could not be processed: its bytes as they came, and in headers why, at which stage, and where it came from.
 *
 * @param key as it came, may be null; one of more than {@link Limits#DEAD_LETTER_HEAD} may be cut, then {@code truncated} is set
 * @param bytes as they came; of more than {@link Limits#DEAD_LETTER_BODY} only the head, then {@code truncated} is set
 * @param reason a code, e.g. {@code not-json}, {@code too-large}, {@code failed}
 * @param stage where it failed, e.g. {@code read} or {@code fetch}
 * @param detail one line for a person
 * @param origin e.g. {@code topfive.documents.v1/3@1042} or a URL
 * @param source id of the source that it came from, "" where it is the record's own affair
 * @param contentType as the sender stated it, "" where nobody did
 * @param replays how often it has been tried again
 */
public record DeadLetter(
        String key,
        byte[] bytes,
        String reason,
        String stage,
        String detail,
        String origin,
        boolean truncated,
        long length,
        String sha256,
        String source,
        String contentType,
        int replays) {
    /** Tried again as often as this, it is left alone. */
    public static final int MOST_REPLAYS = 5;

    public static final String REPLAYS = "dl_replays";

    private static final int LINE = 500;

    /** The address that it came from may be any; the headers have to fit beside the bytes. */
    private static final int LONGEST_ORIGIN = 8_000;

    public DeadLetter {
        origin = clipped(origin == null ? "" : origin, LONGEST_ORIGIN);
        source = clipped(source, LINE);
        contentType = clipped(contentType, LINE);
    }

    /** @param key as it came, of any length; see {@link #kept} */
    public static DeadLetter ofRecord(
            byte[] key, byte[] bytes, String reason, String stage, String detail, String origin) {
        var kept = kept(key, bytes);
        var letter = of(
                kept == null ? null : new String(kept, StandardCharsets.UTF_8), bytes, reason, stage, detail, origin);
        return kept == key ? letter : letter.withKeyCut();
    }

    /** A key as it came; where it and the bytes are more than a dead letter keeps, of a long one only the head. */
    public static byte[] kept(byte[] key, byte[] bytes) {
        if (key == null
                || key.length <= Limits.DEAD_LETTER_HEAD
                || key.length + (bytes == null ? 0L : bytes.length) <= Limits.DEAD_LETTER_BODY) {
            return key;
        }
        return Arrays.copyOf(key, Limits.DEAD_LETTER_HEAD);
    }

    public static DeadLetter of(String key, byte[] bytes, String reason, String stage, String detail, String origin) {
        var whole = bytes == null ? new byte[0] : bytes;
        var truncated = whole.length > Limits.DEAD_LETTER_BODY;
        var kept = truncated ? Arrays.copyOf(whole, Limits.DEAD_LETTER_HEAD) : whole;
        return new DeadLetter(
                key,
                kept,
                reason,
                stage,
                oneLine(detail),
                origin,
                truncated,
                whole.length,
                Ids.sha256(whole),
                "",
                "",
                0);
    }

    /** Where a cap stopped the reading: the head of what was read, and how much that was. */
    public static DeadLetter cut(String key, byte[] read, String reason, String stage, String detail, String origin) {
        var head = Arrays.copyOf(read, Math.min(read.length, Limits.DEAD_LETTER_HEAD));
        return new DeadLetter(
                key, head, reason, stage, oneLine(detail), origin, true, read.length, Ids.sha256(read), "", "", 0);
    }

    /** What a second reading needs: whose it is, and what the sender said it was. */
    public DeadLetter of(String sourceId, String statedType) {
        return new DeadLetter(
                key, bytes, reason, stage, detail, origin, truncated, length, sha256, sourceId, statedType, replays);
    }

    private DeadLetter withKeyCut() {
        return new DeadLetter(
                key, bytes, reason, stage, detail, origin, true, length, sha256, source, contentType, replays);
    }

    public DeadLetter tried(int times) {
        return new DeadLetter(
                key, bytes, reason, stage, detail, origin, truncated, length, sha256, source, contentType, times);
    }

    public Headers headers() {
        var headers = new RecordHeaders();
        EventHeaders.add(headers, "dl_reason", reason);
        EventHeaders.add(headers, "dl_stage", stage);
        EventHeaders.add(headers, "dl_detail", detail);
        EventHeaders.add(headers, "dl_origin", origin);
        EventHeaders.add(headers, "dl_sha256", sha256);
        EventHeaders.add(headers, "dl_length", Long.toString(length));
        EventHeaders.add(headers, "dl_truncated", Boolean.toString(truncated));
        EventHeaders.add(headers, "dl_source", source);
        EventHeaders.add(headers, "dl_content_type", contentType);
        EventHeaders.add(headers, REPLAYS, Integer.toString(replays));
        return headers;
    }

    /** Reads back what {@link #headers} wrote; a header that is missing reads as "", a length as that of the bytes. */
    public static DeadLetter from(String key, byte[] value, Headers headers) {
        var bytes = value == null ? new byte[0] : value;
        var length = header(headers, "dl_length");
        return new DeadLetter(
                key,
                bytes,
                header(headers, "dl_reason"),
                header(headers, "dl_stage"),
                header(headers, "dl_detail"),
                header(headers, "dl_origin"),
                Boolean.parseBoolean(header(headers, "dl_truncated")),
                length.matches("\\d{1,18}") ? Long.parseLong(length) : bytes.length,
                header(headers, "dl_sha256"),
                header(headers, "dl_source"),
                header(headers, "dl_content_type"),
                replays(headers));
    }

    /** How often the record under these headers was tried again, 0 for one that comes for the first time. */
    public static int replays(Headers headers) {
        var count = header(headers, REPLAYS);
        return count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0;
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String clipped(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length) + "…";
    }

    private static String oneLine(String detail) {
        var line = detail == null
                ? ""
                : detail.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        return clipped(line, LINE);
    }
}
