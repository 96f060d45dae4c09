package topfive.dashboard.web;

import java.util.LinkedHashMap;
import java.util.Map;
import topfive.contract.Json;

/**
 * An error of the API (RFC 9457).
 *
 * @param kind the anchor of {@code /problems} that explains it
 * @param detail what was asked for, and what to do
 */
record Problem(int status, String kind, String title, String detail, Map<String, Object> more) {
    static Problem of(int status, String kind, String title, String detail) {
        return new Problem(status, kind, title, detail, Map.of());
    }

    Problem with(String name, Object value) {
        var both = new LinkedHashMap<>(more);
        both.put(name, value);
        return new Problem(status, kind, title, detail, both);
    }

    Answer answer() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", "/problems#" + kind);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.putAll(more);
        return new Answer(status, "application/problem+json", Json.bytes(json), Map.of())
                .with("Access-Control-Allow-Origin", "*")
                .with("Cache-Control", "no-store");
    }
}
