package topfive.processor.choose;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/** What an edition has told its readers, remembered so that it does not come back as if it were new. */
@JsonPropertyOrder({"clusterId"})
public record Idea(String clusterId, Vector centre, Vector exemplar, Words words, String claim, List<String> evidence) {
    public Idea {
        words = words == null ? Words.NONE : words;
        evidence = List.copyOf(evidence);
    }

    static Idea of(Cluster cluster) {
        return new Idea(
                cluster.id(),
                cluster.centre(),
                cluster.exemplar().vector(),
                cluster.exemplar().words(),
                cluster.exemplar().insight().claim(),
                cluster.evidence().stream()
                        .map(claim -> claim.insight().claim())
                        .toList());
    }
}
