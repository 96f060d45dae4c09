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

    private final Taxonomy taxonomy;
    private final float[][] centres;
    private final List<List<float[]>> examples;

    private Prototypes(Taxonomy taxonomy, float[][] centres, List<List<float[]>> examples) {
        this.taxonomy = taxonomy;
        this.centres = centres;
        this.examples = examples;
    }

    /** Encodes every text of the taxonomy, in parallel; some hundred texts take about a second, those that are shipped nothing. */
    public static Prototypes of(Taxonomy taxonomy, Encoder encoder) {
        var known = KnownVectors.of(encoder);
        var labels = taxonomy.labels();
        if (labels.stream().allMatch(label -> label.examples().size() >= NEAREST)) {
            return new Prototypes(
                    taxonomy,
                    Centres.apart(labels.stream()
                            .map(label -> Centres.mean(known.encode(label.texts())))
                            .toList()),
                    labels.stream()
                            .map(label -> known.encode(label.examples().stream()))
                            .toList());
        }
        var described = Centres.apart(labels.stream()
                .map(label -> Centres.mean(known.encode(Described.texts(label))))
                .toList());
        return new Prototypes(taxonomy, OurTopics.by(known).sharpen(described), List.of());
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** Below this a label would be a guess. */
    double least() {
        return examples.isEmpty() ? LEAST_BY_DEFINITION : LEAST_BY_EXAMPLE;
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
