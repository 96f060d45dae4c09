package topfive.standalone.source;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import topfive.ingest.Rehearsal;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.HttpWeb;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.SourceEntry;

/** Visits a source once, as the service would with all its manners, and sends nothing. */
public final class TryOut {
    private TryOut() {}

    /** @param pages how many of the pages behind a feed are fetched */
    public static Rehearsal of(SourceEntry source, int pages, Configuration configuration, Surroundings world) {
        var settings = ForIngest.once(configuration, List.of());
        var web = new HttpWeb(settings.allowPrivate(), settings.contact(), world.clock(), new SimpleMeterRegistry());
        try {
            return Rehearsal.of(
                    ForIngest.once(source), settings, web, pages, world.clock().instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while asking " + source.url(), "do it again", e);
        }
    }

    /** Whether what was asked for came, readable or not. */
    public static boolean wasAnswered(Rehearsal visit) {
        return visit.answer()
                .map(Fetched.Fresh.class::isInstance)
                .orElse(!visit.outcome().equals("failed"));
    }

    /** What to do about a visit in vain. */
    public static String remedy(Rehearsal visit) {
        var reason = visit.answer().map(TryOut::reason).orElse("");
        return switch (reason) {
            case "private-address" -> "allow it: --set fetch.allow-private=HOST:PORT, or in topfive.yml";
            case "robots" -> "its robots.txt forbids it; ask the publisher, or take another address";
            case "" -> wasAnswered(visit) ? "look at it with: topfive inspect feed URL" : "try again later";
            default -> "check the address in a browser";
        };
    }

    private static String reason(Fetched answer) {
        return answer instanceof Fetched.Failed failed ? failed.reason() : "";
    }
}
