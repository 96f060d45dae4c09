package topfive.ingest.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import topfive.contract.Episode.Chapter;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Podcasting 2.0 chapters: {@code {version, chapters: [{startTime, title}]}}, times in seconds. Those without a title or a time are left out. */
public final class Chapters {
    private static final double LONGEST_SECONDS = 1e7;
    private static final int MOST = 1000;

    private Chapters() {}

    /**
     * @return in the order of time, at most 1000
     * @throws Unreadable where it is no JSON
     */
    public static List<Chapter> of(String json) throws Unreadable {
        try {
            var chapters = new ArrayList<Chapter>();
            for (var chapter : LooseJson.read(json).path("chapters")) {
                var title = Tidy.line(chapter.path("title").asText(""));
                var seconds = chapter.path("startTime").asDouble(Double.NaN);
                if (!title.isEmpty() && seconds >= 0 && seconds < LONGEST_SECONDS) {
                    chapters.add(new Chapter(Math.round(seconds * 1000), title));
                }
            }
            chapters.sort(Comparator.comparingLong(Chapter::startMs));
            return List.copyOf(chapters.subList(0, Math.min(MOST, chapters.size())));
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the chapters are malformed: " + e.getOriginalMessage());
        }
    }
}
