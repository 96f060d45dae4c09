package topfive.chaos.lasting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import topfive.chaos.Pushes;
import topfive.chaos.Workload;
import topfive.chaos.Workload.Send;
import topfive.chaos.World;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Source;

/** Many documents that are quickly read: most say nothing, one in so many has something to tell. A pure function of its seed. */
final class Chatter {
    /** One in so many tells an idea, unless said otherwise. */
    static final int TELLS = 50;

    private Chatter() {}

    /**
     * @param days over which they are spread evenly, from {@link Workload#FIRST} on; no fence is among them
     * @param tells one in so many tells an idea, or is something else that a {@link Workload} has
     */
    static List<Send> spread(long seed, int count, int days, int tells) {
        var told = told(seed, count / tells, days);
        var all = new ArrayList<Send>();
        for (int i = 0; i < count; i++) {
            all.add(
                    i % tells == 0 && i / tells < told.size()
                            ? told.get(i / tells)
                            : send(nothing(Workload.FIRST.plusDays(i % days), i)));
        }
        return all;
    }

    /** What is pushed; each of them another document. */
    static String pushed(long seed, int number, String content) {
        var owner = "paper" + number % 23 + ".example";
        return Pushes.document(owner, "https://" + owner + "/" + seed + "/" + number, "Letter " + number, content);
    }

    /** The texts of a workload's articles, in its order. */
    static List<String> texts(long seed, int count) {
        return Workload.of(seed, 1, count).steps().stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .filter(send -> !send.key().startsWith(Workload.POISON))
                .map(send -> Json.read(send.value(), Document.class))
                .filter(Article.class::isInstance)
                .map(document -> String.join(
                        "\n\n",
                        ((Article) document)
                                .paragraphs().stream()
                                        .map(Article.Paragraph::text)
                                        .toList()))
                .toList();
    }

    static String small(int number) {
        return "Hello again, dear neighbours, letter " + number + " is on its way.";
    }

    private static List<Send> told(long seed, int count, int days) {
        return Workload.of(seed, days, Math.max(12, count / days)).steps().stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .limit(count)
                .toList();
    }

    private static Article nothing(LocalDate day, int number) {
        var owner = "letters" + number % 23 + ".example";
        var url = "https://" + owner + "/" + day + "/" + number;
        var published = day.atStartOfDay(World.ZONE).toInstant().plusSeconds(600L + number * 977L % 80_000);
        var text = List.of(small(number));
        return new Article(
                1,
                Ids.document(owner, url),
                Ids.contentHash(text),
                1,
                new Source(owner, "Letters " + number % 23, "feed", owner, "https://" + owner + "/feed"),
                url,
                "Letter " + number,
                null,
                published,
                published.plus(Duration.ofMinutes(5)),
                "en",
                Document.Quality.FULL,
                false,
                false,
                text.stream().map(Article.Paragraph::of).toList());
    }

    private static Send send(Document document) {
        return new Send(document.id(), Json.bytes(document));
    }
}
