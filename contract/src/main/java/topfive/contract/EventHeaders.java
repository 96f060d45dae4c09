package topfive.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of every public record: CloudEvents 1.0 in binary mode (Kafka protocol binding) and a W3C {@code traceparent}, made of the
 * record's own id, so that a replay gives the same headers.
 */
public final class EventHeaders {
    private EventHeaders() {}

    /**
     * @param from which part of Topfive speaks, e.g. {@code /topfive/ingest}
     * @param id unique among the events of that part; the trace id is made of it
     * @param at the time the event speaks of, never the machine's
     */
    public static Headers of(Topic<?> topic, String from, String id, Instant at) {
        var headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_source", from);
        add(headers, "ce_type", topic.eventType());
        add(headers, "ce_time", at.toString());
        add(headers, "content-type", "application/json");
        var hash = Ids.sha256(id);
        add(headers, "traceparent", "00-" + hash.substring(0, 32) + "-" + hash.substring(32, 48) + "-00");
        return headers;
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
