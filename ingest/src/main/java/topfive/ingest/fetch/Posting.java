package topfive.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** One form on its way, over at most three redirects that keep it a form (307, 308: RFC 9110, 15.4.8 and 15.4.9). */
final class Posting {
    private static final int REDIRECTS = 3;

    /** Of the answer nothing is used; so much of it is read that the connection can be kept. */
    private static final int READ = 16 * 1024;

    private final Exchange exchange;
    private final String userAgent;
    private final FormBody form;
    private final Duration deadline;
    private boolean mayBePrivate;
    private int hops;

    Posting(Exchange exchange, String userAgent, Map<String, String> form, boolean mayBePrivate, Duration deadline) {
        this.exchange = exchange;
        this.userAgent = userAgent;
        this.form = form(form);
        this.mayBePrivate = mayBePrivate;
        this.deadline = deadline;
    }

    private static FormBody form(Map<String, String> fields) {
        var form = new FormBody.Builder();
        fields.forEach(form::add);
        return form.build();
    }

    /**
     * @return where it must go next; empty where it was accepted
     * @throws Refused where it was not
     */
    Optional<HttpUrl> to(HttpUrl at) throws Refused, InterruptedException {
        var message = new okhttp3.Request.Builder()
                .url(at)
                .header("User-Agent", userAgent)
                .post(form)
                .build();
        var answer = exchange.ask(message, mayBePrivate, READ, deadline);
        if (answer.status() / 100 == 2) {
            return Optional.empty();
        }
        if (answer.status() != 307 && answer.status() != 308) {
            throw new Refused("http-" + answer.status(), WebAddress.shown(at) + " answers " + answer.status());
        }
        if (++hops > REDIRECTS) {
            throw new Refused("redirects", "more than " + REDIRECTS + " redirects, the last one from " + at);
        }
        mayBePrivate &= !answer.fromPublic();
        return Optional.of(WebAddress.next(at, answer.header("Location")));
    }
}
