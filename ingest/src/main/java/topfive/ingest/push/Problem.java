package topfive.ingest.push;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import topfive.contract.Json;

/** A request that is refused, as its sender is told (RFC 9457): nothing of it is kept. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final transient Map<String, String> headers;

    private Problem(int status, String reason, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.reason = reason;
        this.headers = headers;
    }

    /**
     * @param reason a code that a program can act on, e.g. {@code too-large}
     * @param detail one line for a person: what, where, what to do
     */
    static Problem of(int status, String reason, String detail) {
        return new Problem(status, reason, detail, Map.of());
    }

    /** The same request may be taken later. */
    static Problem later(int status, String reason, String detail, Duration wait) {
        var seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        return new Problem(status, reason, detail, Map.of("Retry-After", "" + seconds));
    }

    Problem with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, reason, getMessage(), more);
    }

    String reason() {
        return reason;
    }

    void answer(Context context) {
        headers.forEach(context::header);
        context.status(status).contentType("application/problem+json").result(json());
    }

    byte[] json() {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("reason", reason);
        problem.put("detail", getMessage());
        return Json.bytes(problem);
    }
}
