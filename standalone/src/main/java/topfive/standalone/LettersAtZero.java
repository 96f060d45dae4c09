package topfive.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;

/**
 * The dead letters that may come, counted from the start on: of a series that appears with its first case nobody sees how it grew to that,
 * and an alert on its growth stays silent.
 */
final class LettersAtZero {
    private static final List<String> CONTENT = List.of(
            "bad-mail",
            "cookie-wall",
            "empty",
            "encrypted",
            "failed",
            "no-text",
            "not-a-feed",
            "not-json",
            "not-text",
            "too-large",
            "too-slow",
            "unknown-json",
            "unreadable");

    private LettersAtZero() {}

    static void ofIngest(MeterRegistry metrics) {
        into(
                metrics,
                Map.of("fetch", List.of("too-large"), "parse", CONTENT, "read", CONTENT, "send", List.of("too-large")));
    }

    static void ofProcessor(MeterRegistry metrics) {
        into(
                metrics,
                Map.of(
                        "read",
                        List.of(
                                "bad-fence",
                                "bad-language",
                                "bad-time",
                                "failed",
                                "no-value",
                                "not-a-document",
                                "schema-unknown",
                                "too-large",
                                "too-slow"),
                        "merge",
                        List.of("close-failed", "failed", "too-large"),
                        "choose",
                        List.of("close-failed", "failed", "too-large")));
    }

    private static void into(MeterRegistry metrics, Map<String, List<String>> known) {
        known.forEach((stage, reasons) ->
                reasons.forEach(reason -> metrics.counter("topfive.dead.letters", "stage", stage, "reason", reason)));
    }
}
