package topfive.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import topfive.contract.Edition;
import topfive.processor.choose.Idea;
import topfive.processor.choose.Told;
import topfive.processor.encode.Encoder;
import topfive.processor.merge.Vector;

/** What an edition told, worked out again from its words: where only the edition is left, or where another encoder made the vectors. */
public final class Retold {
    private Retold() {}

    /** @param claims by insight id, of the members of its clusters; where one is unknown its cluster's evidence stands for all */
    public static Told of(Edition edition, Map<String, String> claims, Encoder encoder) {
        return new Told(
                edition.day(),
                edition.revision(),
                encoder.id(),
                edition.insights().stream()
                        .map(insight -> idea(insight, claims, encoder))
                        .toList());
    }

    /** Of a cluster all members are known by id, the earliest first, as the middle of them was computed. */
    public static Stream<String> members(Edition.Ranked insight) {
        return Stream.concat(Stream.of(insight.clusterId()), insight.formerIds().stream());
    }

    /** As it is, or with the vectors of this encoder: those of two encoders cannot be compared. */
    static Told by(Encoder encoder, Told told) {
        return encoder.id().equals(told.encoderId())
                ? told
                : new Told(
                        told.day(),
                        told.revision(),
                        encoder.id(),
                        told.ideas().stream()
                                .map(idea -> new Idea(
                                        idea.clusterId(),
                                        middle(idea.evidence(), idea.claim(), encoder),
                                        vector(idea.claim(), encoder),
                                        idea.claim(),
                                        idea.evidence()))
                                .toList());
    }

    private static Idea idea(Edition.Ranked insight, Map<String, String> claims, Encoder encoder) {
        var quotes = insight.evidence().stream().map(Edition.Evidence::quote).toList();
        var said = members(insight).map(claims::get).toList();
        return new Idea(
                insight.clusterId(),
                middle(said.stream().allMatch(Objects::nonNull) ? said : quotes, insight.claim(), encoder),
                vector(insight.claim(), encoder),
                insight.claim(),
                quotes);
    }

    private static Vector middle(List<String> said, String claim, Encoder encoder) {
        var texts = said.isEmpty() ? List.of(claim) : said;
        return Vector.mean(texts.stream().map(text -> vector(text, encoder)).toList());
    }

    private static Vector vector(String text, Encoder encoder) {
        return Vector.of(encoder.encode(text));
    }
}
