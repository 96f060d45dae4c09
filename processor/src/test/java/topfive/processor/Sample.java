package topfive.processor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import topfive.contract.Article;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Source;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.LexicalEncoder;

/** A small day for tests: seven short articles, two of which tell one story. */
final class Sample {
    static final LocalDate DAY = LocalDate.parse("2026-03-04");
    static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    static final Day DAYS = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));

    private Sample() {}

    static Pipeline pipeline() {
        var encoder = new LexicalEncoder();
        return Pipeline.with(encoder, new Classifier(encoder), List.of("en"), DAYS);
    }

    static Article article(String owner, String text) {
        return article(owner, text, NOON, NOON.plusSeconds(600));
    }

    static Article article(String owner, String text, Instant publishedAt, Instant fetchedAt) {
        var paragraphs = text.lines()
                .filter(line -> !line.isBlank())
                .map(Article.Paragraph::of)
                .toList();
        var hash =
                Ids.contentHash(paragraphs.stream().map(Article.Paragraph::text).toList());
        return new Article(
                1,
                Ids.document(owner, "https://" + owner + "/a"),
                hash,
                1,
                new Source(owner, owner, "page", owner, "https://" + owner + "/"),
                "https://" + owner + "/a",
                "A title",
                null,
                publishedAt,
                fetchedAt,
                "en",
                Document.Quality.FULL,
                false,
                false,
                paragraphs);
    }

    static List<Article> day() {
        return List.of(
                article("canal.example", """
                        The Sarrin Canal Authority earned 22% more with 28% fewer ships because it now auctions the scarce slots instead of selling them at a fixed toll.
                        Drought has turned a public utility into an auction house, so the authority gains nothing from more water in its locks.
                        """),
                article("harbor.example", """
                        With 28% fewer ships the Sarrin Canal Authority earned 22% more, because the scarce slots are now auctioned instead of sold at a fixed toll.
                        Grain carriers sail around the cape, since a cargo of wheat cannot bear what a cargo of gas can.
                        """),
                article("roofs.example", """
                        Fortified roofs cut hurricane claims on the Marisol coast from 19.8% of houses to 4.1%, so every dollar spent on them returned $4.60.
                        Insurers nevertheless give only 12% off for such a roof, although their losses fell by three quarters.
                        """),
                article("ward.example", """
                        Halden Health silenced 61% of its bedside alarms and cardiac deaths on its wards fell by 14%, because nurses answered the alarms that remained.
                        """),
                article("juniors.example", """
                        Firms that stopped hiring graduates in 2024 now pay 38% more for people with three years of experience, because nobody has trained them.
                        """),
                article("homes.example", """
                        Rents in Tamarack fell by 7% after the city allowed six homes on each lot, because builders added 11,800 homes in two years.
                        """),
                article("school.example", """
                        The phone ban in Vallmark raised the results of the weakest quarter of pupils by seven weeks of learning, but it did nothing for the strongest half.
                        """));
    }
}
