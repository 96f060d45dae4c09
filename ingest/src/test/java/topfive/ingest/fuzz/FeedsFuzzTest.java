package topfive.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import topfive.ingest.feed.ChaptersFile;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.opml.Opml;
import topfive.ingest.opml.Outline;
import topfive.ingest.text.Encoding;

/** Feeds, and the files that lead to them or lie beside them. */
class FeedsFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void feed(byte[] bytes) {
        var text = Encoding.decode(bytes, "");
        Promise.isReadOrRefused(() -> {
            var feed = FeedFile.read(text, "https://a.example/feed");
            Promise.isDate(feed.published());
            feed.hub().ifPresent(Promise::isLink);
            feed.items().forEach(FeedsFuzzTest::holds);
            var fullest = feed.items().stream().map(Feed.Item::fullest).toList();
            Promise.isNoLonger(fullest, text.length());
        });
    }

    private static void holds(Feed.Item item) {
        Promise.isLine(item.headline());
        Promise.isLine(item.writer());
        Stream.of(item.published(), item.updated(), item.created()).forEach(Promise::isDate);
        item.transcripts().forEach(transcript -> Promise.isLink(transcript.url()));
        Promise.isLink(item.broadcast().chaptersUrl());
        item.broadcast().duration().ifPresent(length -> assertThat(length).isPositive());
    }

    @FuzzTest(maxDuration = "3m")
    void chapters(byte[] bytes) {
        var text = Encoding.decode(bytes, "application/json");
        var ofFeed = ChaptersFile.read(text);
        ofFeed.forEach(chapter -> Promise.isLine(chapter.title()));
        assertThat(ofFeed).extracting(Feed.Chapter::startMs).isSorted().allMatch(start -> start >= 0);
    }

    @FuzzTest(maxDuration = "3m")
    void opml(byte[] bytes) {
        Promise.isReadOrRefused(() -> {
            var list = Opml.read(bytes);
            list.outlines().forEach(FeedsFuzzTest::holds);
            Promise.isLine(list.title());
            list.refused().forEach(Promise::isLine);
        });
    }

    private static void holds(Outline outline) {
        Promise.isLink(outline.url());
        Promise.isLink(outline.page());
        Promise.isLine(outline.title());
        assertThat(outline.url()).isNotEmpty();
        outline.categories().forEach(Promise::isLine);
        List.of(outline.language(), outline.own().id(), outline.own().owner()).forEach(Promise::isLine);
    }
}
