package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Links;

/**
 * The web during one visit: asks no host that is to be left alone, reads nothing whose rights are reserved, and stops asking when the visit
 * has taken long enough. What it does not ask for is left for the next visit.
 */
final class VisitWeb implements Web {
    /** A source whose pages drip must not keep a worker for hours. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Web web;
    private final HostWaits waits;
    private final InstantSource clock;
    private final Instant end;
    private final Map<String, Instant> met = new LinkedHashMap<>();

    VisitWeb(Web web, HostWaits waits, InstantSource clock) {
        this.web = web;
        this.waits = waits;
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    @Override
    public Fetched get(Request request) throws InterruptedException {
        var now = clock.instant();
        var wait = waits.of(request.url(), now);
        if (wait.isPresent()) {
            return new Fetched.Later(wait.get().until(), wait.get().why());
        }
        if (now.isAfter(end)) {
            return Fetched.Failed.of("too-slow", request.url() + " is left for the next visit: this one took too long");
        }
        return noted(request, web.get(request));
    }

    /** The hosts that asked to be left alone during this visit. */
    List<SourceState.Wait> met() {
        return met.entrySet().stream()
                .map(wait -> new SourceState.Wait(wait.getKey(), wait.getValue()))
                .toList();
    }

    private Fetched noted(Request request, Fetched fetched) {
        if (fetched instanceof Fetched.Later later) {
            later(request.url(), later.notBefore());
        } else if (fetched instanceof Fetched.Failed failed && failed.reason().matches("unreachable|too-slow")) {
            waits.silent(request.url(), clock.instant());
        } else {
            waits.answered(request.url());
        }
        return fetched instanceof Fetched.Fresh fresh && fresh.hints().reserved()
                ? Fetched.Failed.of("reserved", fresh.url() + " is reserved against text and data mining: not read")
                : fetched;
    }

    /** It may have been another host that a redirect led to; the web knows which, or it is the one that was asked. */
    private void later(String url, Instant until) {
        var resting = web.leftAlone();
        met.putAll(resting);
        boolean another = !resting.isEmpty()
                && resting.keySet().stream()
                        .noneMatch(host -> Links.host("http://" + host).equals(Links.host(url)));
        if (!another) {
            waits.asked(waits.host(url), until);
            met.put(waits.host(url), until);
        }
    }
}
