package topfive.ingest;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Episode.Chapter;
import topfive.contract.Ids;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.ChaptersFile;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.TranscriptChoice;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.speech.Heard;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/**
 * What is said in an episode: the best of its transcripts that can be read and is its own, else what a speech-to-text command hears; with
 * its chapters.
 *
 * @param speech for what nobody wrote down; off by default
 */
record EpisodeText(Enclosed enclosed, CopyDesk desk, Optional<Hearing> speech) {
    private static final Logger LOG = LoggerFactory.getLogger(EpisodeText.class);

    /** Listens to a recording. */
    interface Hearing {
        /** @return what was heard; empty while somebody is still listening: the next visit asks again */
        Optional<Heard> hear(String audioUrl) throws InterruptedException;
    }

    boolean mayHave(Feed.Item item) {
        return !item.transcripts().isEmpty() || speech.isPresent();
    }

    Better of(Feed.Item item, Feed feed, Round round, boolean backlog) throws InterruptedException {
        boolean later = false;
        for (var link : TranscriptChoice.inOrder(item.transcripts(), language(item, feed))) {
            var fetched = enclosed.get(link.url());
            if (!(fetched instanceof Fetched.Fresh fresh)) {
                later |= Enclosed.missed(fetched, link.url(), round) instanceof Better.NotNow;
                continue;
            }
            try {
                var language = link.language().isEmpty() ? language(item, feed) : link.language();
                var reading = desk.read(new CopyDesk.Copy(
                                fresh.body(),
                                fresh.contentType(),
                                fresh.url(),
                                link.url(),
                                language,
                                persons(item, feed),
                                true)
                        .asFetched());
                if (isItsOwn(reading, item, link.url(), round)) {
                    return new Better.Found(reading);
                }
            } catch (Unreadable e) {
                Enclosed.unread(e, fresh, link.url(), round);
            }
        }
        return later ? new Better.NotNow() : backlog ? new Better.None() : heard(item, feed);
    }

    /** Nobody wrote it down. */
    private Better heard(Feed.Item item, Feed feed) throws InterruptedException {
        if (speech.isEmpty() || item.audio().isEmpty()) {
            return new Better.None();
        }
        var heard = speech.get().hear(item.audio());
        if (heard.isEmpty()) {
            return new Better.NotNow();
        }
        return heard.get() instanceof Heard.Words words ? read(words, item, feed) : new Better.None();
    }

    private Better read(Heard.Words words, Feed.Item item, Feed feed) {
        try {
            return new Better.Found(desk.read(new CopyDesk.Copy(
                    words.transcript(), "", "", words.name(), language(item, feed), persons(item, feed), true)));
        } catch (Unreadable e) {
            LOG.warn("nothing heard url={} detail=\"{}\"", item.audio(), e.getMessage());
            return new Better.None();
        }
    }

    private static boolean isItsOwn(Reading reading, Feed.Item item, String url, Round round) {
        var source = round.source().id();
        reading.notes().forEach(note -> LOG.info("transcript source={} url={} note=\"{}\"", source, url, note));
        if (!(reading.body() instanceof Reading.Spoken)) {
            LOG.warn("no transcript source={} url={} detail=\"a page without speakers\"", source, url);
            return false;
        }
        var hash = Ids.contentHash(reading.body().texts());
        var other = round.batch().told(source, hash).filter(title -> !title.equals(item.headline()));
        other.ifPresent(title -> LOG.warn(
                "no transcript source={} url={} detail=\"it is that of another episode, {}\"", source, url, title));
        if (other.isEmpty()) {
            round.batch().tells(source, hash, item.headline());
        }
        return other.isEmpty();
    }

    /** Those of the feed, else of the chapters file; where neither has any, those of the transcript itself. */
    List<Chapter> chapters(Feed.Item item) throws InterruptedException {
        var inline = item.broadcast().chapters();
        if (inline.isEmpty()
                && !item.broadcast().chaptersUrl().isEmpty()
                && enclosed.get(item.broadcast().chaptersUrl()) instanceof Fetched.Fresh fresh) {
            inline = ChaptersFile.read(Encoding.decode(fresh.body(), fresh.contentType()));
        }
        return inline.stream()
                .map(chapter -> new Chapter(chapter.startMs(), chapter.title()))
                .toList();
    }

    private static String language(Feed.Item item, Feed feed) {
        return item.language().isEmpty() ? feed.language() : item.language();
    }

    /** Who may be speaking; a show's own people count where the episode names none. */
    private static List<String> persons(Feed.Item item, Feed feed) {
        var persons = item.broadcast().persons().isEmpty()
                ? feed.show().persons()
                : item.broadcast().persons();
        return persons.stream().map(Feed.Person::name).distinct().toList();
    }
}
