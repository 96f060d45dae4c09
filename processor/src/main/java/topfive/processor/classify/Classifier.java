package topfive.processor.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import topfive.contract.Label;
import topfive.processor.encode.Encoder;

/**
 * Says what a claim is about, on two axes: IPTC Media Topics and our own themes; or by one taxonomy that somebody brought along, instead of
 * both. A claim can have several labels, or none where none stands out. Make one per process.
 */
public final class Classifier {
    /** What comes this close to the best label is said too. */
    private static final double MARGIN = 0.05;
    /** The score that is shown as 1000: hardly any claim goes beyond. */
    private static final double FULL = 0.45;

    private static final int MOST = 3;

    private final List<Prototypes> axes;

    public Classifier(Encoder encoder) {
        this(encoder, List.of(Taxonomy.mediaTopics(), Taxonomy.themes()));
    }

    /** By this taxonomy alone: its labels are the topics, and there are no themes. */
    public Classifier(Encoder encoder, Taxonomy own) {
        this(encoder, List.of(own));
    }

    private Classifier(Encoder encoder, List<Taxonomy> taxonomies) {
        this.axes = taxonomies.stream()
                .map(taxonomy -> Prototypes.of(taxonomy, encoder))
                .toList();
    }

    /** What it labels by, e.g. {@code medtop.v2+themes.v2} or {@code desk.json@1a2b3c4d}. */
    public String version() {
        return axes.stream().map(axis -> axis.taxonomy().version()).collect(Collectors.joining("+"));
    }

    /**
     * @param claim the words, not looked at so far: the vector says it all
     * @param vector the claim's, by the encoder that this classifier was made with
     */
    public Classification classify(String claim, float[] vector) {
        return new Classification(
                labels(axes.get(0), vector), axes.size() > 1 ? labels(axes.get(1), vector) : List.of());
    }

    private static List<Label> labels(Prototypes prototypes, float[] vector) {
        var scores = prototypes.scores(vector);
        var founded = prototypes.founded(vector, scores);
        double best = Arrays.stream(scores).max().orElseThrow();
        var labels = new ArrayList<Label>();
        for (int i = 0; i < scores.length; i++) {
            if (founded[i] && scores[i] >= best - MARGIN) {
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
