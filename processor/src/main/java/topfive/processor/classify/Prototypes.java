package topfive.processor.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topfive.processor.encode.Encoder;

/**
 * What each label of a taxonomy looks like: the mean of everything that describes it, without what all labels have in common, and, where
 * there are examples, the nearest of them. A wide label is more than one place: electricity and shipping are both "economy".
 */
public final class Prototypes {
    /** So many examples are heard: with one alone a single word decides, with all of them it is the mean again. */
    private static final int NEAREST = 3;

    /** A label needs this much more than the average label has. Measured on our own sentences, for MiniLM. */
    private static final double LEAST_BY_EXAMPLE = 0.14;

    private static final double LEAST_BY_DEFINITION = 0.12;

    /** And this much more than our topics have on average: of three narrow labels one is always the nearest. */
    private static final double LEAST_AT_ALL = 0.05;

    private final Taxonomy taxonomy;
    private final OurTopics ours;
    private final List<float[]> whole;
    private final float[][] centres;
    private final List<List<float[]>> examples;

    private Prototypes(
            Taxonomy taxonomy, OurTopics ours, List<float[]> whole, float[][] centres, List<List<float[]>> examples) {
        this.taxonomy = taxonomy;
        this.ours = ours;
        this.whole = whole;
        this.centres = centres;
        this.examples = examples;
    }

    /** Encodes every text of the taxonomy, in parallel; some hundred texts take about a second, those that are shipped nothing. */
    public static Prototypes of(Taxonomy taxonomy, Encoder encoder) {
        var known = KnownVectors.of(encoder);
        var ours = OurTopics.by(known);
        var labels = taxonomy.labels();
        if (labels.stream().allMatch(label -> label.examples().size() >= NEAREST)) {
            var whole = labels.stream()
                    .map(label -> Centres.mean(known.encode(label.texts())))
                    .toList();
            var examples = labels.stream()
                    .map(label -> known.encode(label.examples().stream()))
                    .toList();
            return new Prototypes(taxonomy, ours, whole, Centres.apart(whole), examples);
        }
        var whole = labels.stream()
                .map(label -> Centres.mean(known.encode(Described.texts(label))))
                .toList();
        return new Prototypes(taxonomy, ours, whole, ours.sharpen(Centres.apart(whole)), List.of());
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** @return for each label whether to say it would be no guess */
    boolean[] founded(float[] text, double[] scores) {
        var least = examples.isEmpty() ? LEAST_BY_DEFINITION : LEAST_BY_EXAMPLE;
        var any = ours.nearness(text) + LEAST_AT_ALL;
        var founded = new boolean[scores.length];
        for (int label = 0; label < scores.length; label++) {
            founded[label] = scores[label] >= least && Encoder.cosine(whole.get(label), text) >= any;
        }
        return founded;
    }

    /** @return how near the text is to each label, less the mean of all labels: 0 is what any text has */
    public double[] scores(float[] text) {
        var scores = IntStream.range(0, centres.length)
                .mapToDouble(label -> score(label, text))
                .toArray();
        var mean = Arrays.stream(scores).average().orElseThrow();
        return Arrays.stream(scores).map(score -> score - mean).toArray();
    }

    private double score(int label, float[] text) {
        var centre = Encoder.cosine(centres[label], text);
        if (examples.isEmpty()) {
            return centre;
        }
        var near = examples.get(label).stream()
                .mapToDouble(example -> -Encoder.cosine(example, text))
                .sorted()
                .limit(NEAREST)
                .sum();
        return (centre - near / NEAREST) / 2;
    }

    /** @return the label that fits best, however badly; the first of equals */
    public Taxonomy.Entry best(float[] text) {
        var scores = scores(text);
        int best = IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
        return taxonomy.labels().get(best);
    }
}
