package topfive.standalone;

import java.time.Instant;
import java.util.List;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Source;

/** A page with one claim; several owners say the same. */
final class Report {
    private static final String TEXT =
            "Rents in Tamarack fell by 7% after the city allowed six homes on each lot, because builders added 11,800 homes.";

    private Report() {}

    /** Of 14 October 2026, in the morning. */
    static Article of(String owner) {
        return of(owner, Instant.parse("2026-10-14T10:00:00Z"));
    }

    static Article of(String owner, Instant at) {
        return new Article(
                1,
                Ids.document(owner, "a"),
                Ids.contentHash(List.of(TEXT)),
                1,
                new Source(owner, owner, "page", owner, null),
                "https://" + owner + ".example/a",
                "",
                null,
                at,
                at,
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of(Article.Paragraph.of(TEXT)));
    }
}
