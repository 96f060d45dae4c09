package topfive.processor.choose;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import topfive.processor.encode.Encoder;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/**
 * What an edition has told its readers, remembered so that it does not come back as if it were new.
 *
 * @param centre the direction that its evidence has in common
 */
@JsonPropertyOrder({"clusterId"})
public record Idea(String clusterId, Vector centre, Vector exemplar, Words words, String claim, List<String> evidence) {
    public Idea {
        words = words == null ? Words.NONE : words;
        evidence = List.copyOf(evidence);
    }

    static Idea of(Cluster cluster) {
        return new Idea(
                cluster.id(),
                Vector.mean(cluster.evidence().stream().map(Claim::vector).toList()),
                cluster.exemplar().vector(),
                cluster.exemplar().words(),
                cluster.exemplar().insight().claim(),
                cluster.evidence().stream()
                        .map(claim -> claim.insight().claim())
                        .toList());
    }

    /** The same, from what a reader of the edition has. */
    public static Idea of(String clusterId, String claim, List<String> evidence, Encoder encoder) {
        var encoding = encoder.encodeWords(claim);
        return new Idea(
                clusterId,
                Vector.mean(evidence.stream()
                        .map(quote -> Vector.of(encoder.encode(quote)))
                        .toList()),
                Vector.of(encoding.whole()),
                Words.of(encoding),
                claim,
                evidence);
    }
}
