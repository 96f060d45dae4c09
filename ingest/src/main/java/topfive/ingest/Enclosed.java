package topfive.ingest;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Unreadable;

/** Fetches what feed items point to, and says where what could not be had has gone. */
record Enclosed(Web web) {
    private static final Logger LOG = LoggerFactory.getLogger(Enclosed.class);

    /** Answers that may be others tomorrow. */
    private static final List<String> PASSING = List.of("unreachable", "too-slow", "broken");

    Fetched get(String url) throws InterruptedException {
        return web.get(Request.of(url, Limits.PAGE));
    }

    /** What is too large is a dead letter; the rest is told to the log. */
    static Better missed(Fetched fetched, String url, Round round) {
        if (fetched instanceof Fetched.Failed failed && failed.isTooLarge()) {
            round.batch()
                    .deadLetter(DeadLetter.cut(null, failed.read(), failed.reason(), "fetch", failed.why(), url)
                            .of(round.source().id(), ""));
            return new Better.None();
        }
        LOG.info("not had source={} url={} detail=\"{}\"", round.source().id(), url, SourceHarvest.why(fetched));
        boolean passing = fetched instanceof Fetched.Later
                || fetched instanceof Fetched.Failed failed
                        && (PASSING.contains(failed.reason()) || failed.reason().startsWith("http-5"));
        return passing ? new Better.NotNow() : new Better.None();
    }

    /**
     * What its publisher reserves is not kept, not even as a dead letter.
     *
     * @param link as the feed names it: a second reading finds the item by it
     */
    static Better unread(Unreadable e, Fetched.Fresh fresh, String link, Round round) {
        if (e.reason().equals("reserved")) {
            LOG.info("not read source={} url={} detail=\"{}\"", round.source().id(), fresh.url(), e.getMessage());
            return new Better.None();
        }
        round.batch()
                .deadLetter(DeadLetter.of(null, fresh.body(), e.reason(), "parse", e.getMessage(), link)
                        .of(round.source().id(), fresh.contentType()));
        return new Better.None();
    }
}
