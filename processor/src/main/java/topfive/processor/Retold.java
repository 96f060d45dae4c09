package topfive.processor;

import topfive.contract.Edition;
import topfive.processor.choose.Idea;
import topfive.processor.choose.Told;
import topfive.processor.encode.Encoder;

/** What an edition told, worked out again from its words: where only the edition is left, or where another encoder made the vectors. */
public final class Retold {
    private Retold() {}

    public static Told of(Edition edition, Encoder encoder) {
        return by(encoder, inWords(edition));
    }

    /** Its words alone, with the vectors of no encoder: enough to work them out later. */
    static Told inWords(Edition edition) {
        return new Told(
                edition.day(),
                edition.revision(),
                "",
                edition.insights().stream()
                        .map(insight -> new Idea(
                                insight.clusterId(),
                                null,
                                null,
                                null,
                                insight.claim(),
                                insight.evidence().stream()
                                        .map(Edition.Evidence::quote)
                                        .toList()))
                        .toList());
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
                                .map(idea -> Idea.of(idea.clusterId(), idea.claim(), idea.evidence(), encoder))
                                .toList());
    }
}
