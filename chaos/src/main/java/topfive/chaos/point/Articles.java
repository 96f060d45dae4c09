package topfive.chaos.point;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topfive.chaos.Workload;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Source;

/** A few articles of one moment. Where a day is the machine's own, a workload of years to come does not do. */
final class Articles {
    private static final List<String> SAYINGS = List.of(
            "Barges on the Ollen carry %d%% more grain since the lock at Pern opens at night, because nobody waits for daylight any more.",
            "Bakers in Torrin throw away %d%% less bread, because they sell what is left at six for half the price.",
            "The tram in Maddow was late %d%% less often after the council gave it a lane of its own, and 4,000 drivers took the tram instead.",
            "Clinics on Sel Island see %d%% fewer broken hips, because volunteers replaced the loose mats in 2,100 homes.");

    private Articles() {}

    /** @param number one for each moment: the figures of its sentences */
    static List<Workload.Send> of(Instant published, Instant fetched, int number) {
        var articles = new ArrayList<Workload.Send>();
        for (int i = 0; i < 2 * SAYINGS.size(); i++) { // each told by two
            var text = String.format(Locale.ROOT, SAYINGS.get(i % SAYINGS.size()), 10 + number);
            var owner = "paper" + i + ".example";
            var url = "https://" + owner + "/" + published;
            var article = new Article(
                    1,
                    Ids.document(owner, url),
                    Ids.contentHash(List.of(text)),
                    1,
                    new Source(owner, "Paper " + i, "feed", owner, "https://" + owner + "/feed"),
                    url,
                    "Number " + number,
                    null,
                    published,
                    fetched.plus(Duration.ofSeconds(i)),
                    "en",
                    Document.Quality.FULL,
                    false,
                    false,
                    List.of(Article.Paragraph.of(text)));
            articles.add(new Workload.Send(article.id(), Json.bytes(article)));
        }
        return articles;
    }
}
