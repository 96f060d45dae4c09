package topfive.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import topfive.ingest.text.LooseJson;

/** The JSON chapters of Podcasting 2.0: {@code {"version": "1.2.0", "chapters": [{"startTime": 12.5, "title": ".."}]}}. */
public final class ChaptersFile {
    private static final int MOST = 500;

    private ChaptersFile() {}

    /** In the order of time; those that are only pictures ({@code "toc": false}) are left out. Nothing where it is no such file. */
    public static List<Feed.Chapter> read(String text) {
        var found = new ArrayList<Feed.Chapter>();
        try {
            for (var node : LooseJson.read(text).path("chapters")) {
                double seconds = node.path("startTime").asDouble(Double.NaN);
                var title = Plain.title(node.path("title").asText(""));
                if (seconds >= 0
                        && seconds < 1e7
                        && !title.isEmpty()
                        && node.path("toc").asBoolean(true)) {
                    found.add(new Feed.Chapter(Math.round(seconds * 1000), title));
                }
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(Feed.Chapter::startMs));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}
