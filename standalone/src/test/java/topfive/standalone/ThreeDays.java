package topfive.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Source;

/** Three short days, and what begins a fourth: the second retells one idea of the first, and has something new of another. */
final class ThreeDays {
    static final LocalDate FIRST = LocalDate.parse("2026-03-04");
    static final LocalDate LAST = LocalDate.parse("2026-03-06");

    private static final String CANAL =
            "The Sarrin Canal Authority earned 22% more with 28% fewer ships, because it now auctions the scarce slots instead of selling them.";
    private static final String ROOFS =
            "Fortified roofs cut hurricane claims on the Marisol coast from 19.8% of houses to 4.1%, so every dollar spent on them returned $4.60.";
    private static final String RENTS =
            "Rents in Tamarack fell by 7% after the city allowed six homes on each lot, because builders added 11,800 homes in two years.";

    private ThreeDays() {}

    static List<Document> of(LocalDate day) {
        return switch (FIRST.until(day).getDays()) {
            case 0 ->
                day(
                        day,
                        CANAL,
                        ROOFS,
                        RENTS,
                        "Halden Health silenced 61% of its bedside alarms and cardiac deaths on its wards fell by 14%, because nurses answered the alarms that remained.",
                        "Firms that stopped hiring graduates in 2024 now pay 38% more for people with three years of experience, because nobody has trained them.",
                        "The phone ban in Vallmark raised the results of the weakest quarter of pupils by seven weeks of learning, but it did nothing for the strongest half.",
                        "After the hurricane on the Marisol coast last year 4.1% of houses with fortified roofs made a claim and 19.8% of the others did.",
                        "With 28% fewer ships the Sarrin Canal Authority earned 22% more, because the scarce slots are now auctioned instead of sold.");
            case 1 ->
                day(
                        day,
                        ROOFS.replace("on the", "along the").replace("dollar spent", "dollar that was spent"),
                        RENTS.replace("fell by 7%", "fell by 9%"),
                        "Geothermal wells in Osterby cost 60% less than five years ago, because one crew drilled forty of them with the same bit.",
                        "Ferries on the Lune run on batteries since May, and the operator saved 3 million crowns in fuel because power at night is cheap.");
            case 2 ->
                day(
                        day,
                        "Dairy farms in Brent lost 12% of their herds to heat, so the cooperative now pays 9% more for milk from shaded barns.",
                        "A chip maker in Tolna halved its water use, because it cleans the same water eleven times before it lets it go.",
                        CANAL.replace("22%", "25%"));
            default ->
                day(
                        day,
                        "Night trains between Arle and Costa carry 40% more people since the beds cost less than a hotel, because the track is free at night.",
                        "Pharmacies in Nordhaven throw away 18% less since they share their stock, because one shop's last box is another's next sale.",
                        "A library in Quell lends 600 tools a week, so the hardware shop next door now sells twice as many nails.");
        };
    }

    private static List<Document> day(LocalDate day, String... texts) {
        var documents = new ArrayList<Document>();
        Arrays.stream(texts).forEach(text -> documents.add(article(day, "paper" + documents.size(), text)));
        return documents;
    }

    private static Article article(LocalDate day, String owner, String text) {
        var noon = Instant.parse(day + "T12:00:00Z");
        var url = "https://" + owner + ".example/" + day;
        return new Article(
                1,
                Ids.document(owner, url),
                Ids.contentHash(List.of(text)),
                1,
                new Source(owner, owner, "page", owner + ".example", "https://" + owner + ".example/"),
                url,
                "A title",
                null,
                noon,
                noon.plus(Duration.ofMinutes(10)),
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of(Article.Paragraph.of(text)));
    }
}
