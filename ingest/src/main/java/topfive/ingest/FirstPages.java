package topfive.ingest;

import java.util.Optional;
import topfive.contract.Limits;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Unreadable;

/** The web for a trial: the source itself, and of the pages behind it only the first few. Keeps what the source answered. */
final class FirstPages implements Web {
    private final Web web;
    private int left;
    private Fetched answer;
    private Feed feed;

    FirstPages(Web web, int pages) {
        this.web = web;
        this.left = pages;
    }

    @Override
    public Fetched get(Request request) throws InterruptedException {
        if (answer != null && request.limit() != Limits.FEED && left-- <= 0) {
            return Fetched.Failed.of("not-asked", request.url() + " is not asked in a trial");
        }
        var fetched = web.get(request);
        answer = answer == null ? fetched : answer;
        if (request.limit() == Limits.FEED && fetched instanceof Fetched.Fresh fresh) {
            keep(fresh);
        }
        return fetched;
    }

    private void keep(Fetched.Fresh fresh) {
        var text = Encoding.decode(fresh.body(), fresh.contentType());
        if (FeedFile.isFeed(text)) {
            try {
                feed = FeedFile.read(text, fresh.url());
            } catch (Unreadable e) { // the visit says so itself
                feed = null;
            }
        }
    }

    /** What the source's own address said; empty where nobody was asked. */
    Optional<Fetched> answer() {
        return Optional.ofNullable(answer);
    }

    Optional<Feed> feed() {
        return Optional.ofNullable(feed);
    }
}
