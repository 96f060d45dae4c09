package topfive.processor.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import topfive.contract.Label;
import topfive.processor.encode.Encoder;

/**
 * Says what a claim is about, on two axes: IPTC Media Topics and our own themes. A claim can have several labels, or none where none stands
 * out. Make one per process: making it encodes both taxonomies.
 */
public final class Classifier {
    /** A label needs this much more than the average label has; measured on our own examples, for MiniLM. */
    private static final double LEAST = 0.15;
    /** What comes this close to the best label is said too. */
    private static final double MARGIN = 0.06;
    /** The score that is shown as 1000: hardly any claim goes beyond. */
    private static final double FULL = 0.45;

    private static final int MOST = 3;

    private final Prototypes topics;
    private final Prototypes themes;

    public Classifier(Encoder encoder) {
        this(encoder, Taxonomy.mediaTopics(), Taxonomy.themes());
    }

    /** With other taxonomies than the shipped ones. */
    public Classifier(Encoder encoder, Taxonomy topics, Taxonomy themes) {
        this.topics = Prototypes.of(topics, encoder);
        this.themes = Prototypes.of(themes, encoder);
    }

    /** Both taxonomies' versions, e.g. {@code medtop.v1+themes.v1}. */
    public String version() {
        return topics.taxonomy().version() + "+" + themes.taxonomy().version();
    }

    /**
     * @param claim the words, not looked at so far: the vector says it all
     * @param vector the claim's, by the encoder that this classifier was made with
     */
    public Classification classify(String claim, float[] vector) {
        return new Classification(labels(topics, vector), labels(themes, vector));
    }

    private static List<Label> labels(Prototypes prototypes, float[] vector) {
        var scores = prototypes.scores(vector);
        double best = 0;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        var labels = new ArrayList<Label>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= LEAST && scores[i] >= best - MARGIN) {
                var entry = prototypes.taxonomy().labels().get(i);
                labels.add(new Label(entry.code(), entry.label(), thousandths(scores[i])));
            }
        }
        return labels.stream()
                .sorted(Comparator.comparingInt((Label label) -> -label.score()).thenComparing(Label::code))
                .limit(MOST)
                .toList();
    }

    private static int thousandths(double score) {
        return (int) Math.round(1000 * Math.min(1, score / FULL));
    }
}
