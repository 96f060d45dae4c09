package topfive.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Turn;
import topfive.ingest.transcript.Transcript;

/** One target for each format, so that the search does not have to find out how each begins. */
class TranscriptsFuzzTest {
    private static final List<Chapter> CHAPTERS = List.of(new Chapter(0, "Welcome"), new Chapter(60_000, "Sponsor"));

    private static final Pattern TIME_OF_A_WORD = Pattern.compile("<\\d");

    @FuzzTest(maxDuration = "3m")
    void webVtt(byte[] bytes) {
        timed("WEBVTT\n\n" + utf8(bytes));
    }

    @FuzzTest(maxDuration = "3m")
    void subRip(byte[] bytes) {
        timed("1\n00:00:01,000 --> 00:00:02,500\nGood evening.\n\n" + utf8(bytes));
    }

    @FuzzTest(maxDuration = "3m")
    void podcastJson(byte[] bytes) {
        timed("{\"version\":\"1.0.0\",\"segments\":[" + utf8(bytes));
    }

    @FuzzTest(maxDuration = "3m")
    void html(byte[] bytes) {
        read("<p><cite>Ann Lee:</cite> <time>0:01</time>" + utf8(bytes));
    }

    @FuzzTest(maxDuration = "3m")
    void labelledText(byte[] bytes) {
        read("Ann Lee: Good evening.\n" + utf8(bytes));
    }

    private static void read(String text) {
        Promise.isReadOrRefused(() -> {
            var transcript = Transcript.read(text, List.of("Ann Lee", "Bo Park"), CHAPTERS);
            Promise.holds(transcript.turns(), text.length());
            transcript.notes().forEach(Promise::isLine);
        });
    }

    /**
     * Captions are told in the order of time: nothing is said before the first. What comes later may step back by less than a caption, where
     * several speak in one or two overlap.
     */
    private static void timed(String text) {
        read(text);
        if (TIME_OF_A_WORD.matcher(text).find()) {
            return;
        }
        Promise.isReadOrRefused(() -> {
            var starts = Transcript.turns(text, List.of()).stream()
                    .map(Turn::startMs)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(starts).allMatch(start -> start >= starts.get(0));
        });
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
