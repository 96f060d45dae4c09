package topfive.ingest.fetch;

import java.time.Instant;

/** What the last answer of a trip means. */
final class Verdict {
    private Verdict() {}

    static Fetched on(Answer answer, Trip trip, Request request, Instant now) {
        var at = WebAddress.shown(trip.at());
        return switch (answer.status()) {
            case 200 -> answer.body().isWhole() ? fresh(answer, trip, now) : stopped(answer.body(), at);
            case 304 ->
                Asking.isConditional(trip.at(), request.validators())
                        ? new Fetched.NotModified(Hints.of(answer, trip.at(), trip.movedForGood(), now))
                        : Fetched.Failed.of("http-304", at + " answers 304 to a plain request");
            case 410 -> new Fetched.Gone(at + " is gone (410)");
            default -> Fetched.Failed.of("http-" + answer.status(), at + " answers " + answer.status());
        };
    }

    private static Fetched fresh(Answer answer, Trip trip, Instant now) {
        var at = trip.at();
        var validators = new Validators(
                at.toString(),
                Asking.sendable(answer.headers().get("ETag")),
                Asking.sendable(answer.headers().get("Last-Modified")));
        var hints = Hints.of(answer, at, trip.movedForGood(), now);
        return new Fetched.Fresh(
                at.toString(), answer.body().bytes(), answer.header("Content-Type"), validators, hints);
    }

    private static Fetched stopped(Taken body, String at) {
        return new Fetched.Failed(body.reason(), at + " " + body.why(), body.bytes());
    }
}
