package topfive.processor.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.contract.Source;
import topfive.contract.Span;
import topfive.processor.encode.LexicalEncoder;

/** Claims for tests: who says what, when. */
public final class Sayings {
    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    public static final LocalDate DAY = LocalDate.parse("2026-03-04");

    private Sayings() {}

    public static Claim says(String owner, String text) {
        return says(owner, text, NOON);
    }

    public static Claim says(String owner, String text, Instant published) {
        var source = new Source(owner, owner, "page", owner, null);
        var document = Ids.document(owner, text);
        var insight = new Insight(
                1,
                Ids.insight(document, "hash of " + text, 0, 0, text.length()),
                document,
                "hash of " + text,
                source,
                "A title",
                "https://" + owner + "/a",
                "https://" + owner + "/a",
                published,
                published,
                DAY,
                "en",
                text,
                List.of(new Span(0, 0, text.length())),
                new Insight.Context("", ""),
                null,
                null,
                List.of(),
                List.of(),
                new Insight.Quality(600, Map.of("reasoning", 600)),
                "lexical");
        return new Claim(insight, published, Vector.of(new LexicalEncoder().encode(text)), Words.NONE);
    }

    public static Reading reading(Claim... claims) {
        var first = claims[0].insight();
        return new Reading(
                first.documentId(),
                first.contentHash(),
                first.source().id(),
                first.fetchedAt(),
                DAY,
                "en",
                null,
                false,
                List.of(claims));
    }
}
