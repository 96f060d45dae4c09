package topfive.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import topfive.contract.Ids;
import topfive.contract.Json;

/** What is sent back. Every 200 has a strong ETag, made of its bytes unless a better name is given. */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    private static final String UTF_8 = "; charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    static Answer html(String page) {
        return of(200, "text/html" + UTF_8, page);
    }

    static Answer text(String type, String text) {
        return of(200, type + UTF_8, text);
    }

    static Answer json(Object value) {
        return json(Json.bytes(value));
    }

    static Answer json(byte[] json) {
        return new Answer(200, "application/json", json, Map.of()).with("Access-Control-Allow-Origin", "*");
    }

    /** @param place a path of ours */
    static Answer see(String place) {
        return of(302, "text/plain" + UTF_8, place + "\n")
                .with("Location", place)
                .with("Cache-Control", "no-store");
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }

    Answer status(int other) {
        return new Answer(other, type, body, headers);
    }

    /** @param name without quotes */
    Answer tagged(String name) {
        return with("ETag", "\"" + name + "\"");
    }

    Answer modified(Instant at) {
        return with("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    /** The bytes at this address never change. */
    Answer forEver() {
        return with("Cache-Control", "public, max-age=31536000, immutable");
    }

    /** Without the quotes. */
    String tag() {
        var given = headers.get("ETag");
        return given == null ? Ids.sha256(body).substring(0, 24) : given.substring(1, given.length() - 1);
    }
}
