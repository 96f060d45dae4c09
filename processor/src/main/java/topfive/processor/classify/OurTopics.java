package topfive.processor.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topfive.processor.encode.Encoder;

/**
 * Our own media topics, which lend their meaning to labels that are known by a definition alone: each pulls the labels that it is near to its
 * side. Measured: up to three points more than by the definitions alone.
 */
record OurTopics(List<float[]> centres) {
    private static final double PULL = 0.3;

    /** How sharply a topic prefers the label that is nearest to it. */
    private static final double WARMTH = 0.1;

    static OurTopics by(KnownVectors known) {
        return new OurTopics(Taxonomy.mediaTopics().labels().stream()
                .map(topic -> Centres.mean(known.encode(topic.texts())))
                .toList());
    }

    /** @return how near a text is to the news at large: the mean cosine with our topics */
    double nearness(float[] text) {
        return centres.stream()
                .mapToDouble(topic -> Encoder.cosine(topic, text))
                .average()
                .orElseThrow();
    }

    float[][] sharpen(float[][] labels) {
        var pulled = pulled(labels);
        var weights = new double[] {1 - PULL, PULL};
        return IntStream.range(0, labels.length)
                .mapToObj(label -> Centres.mean(List.of(labels[label], pulled[label]), weights))
                .toArray(float[][]::new);
    }

    /** Where each label would stand if it were known by our topics alone. */
    private float[][] pulled(float[][] labels) {
        var shares = centres.stream().map(topic -> shares(topic, labels)).toList();
        return Centres.apart(IntStream.range(0, labels.length)
                .mapToObj(label -> {
                    var pulls =
                            shares.stream().mapToDouble(share -> share[label]).toArray();
                    return Arrays.stream(pulls).sum() > 0 ? Centres.mean(centres, pulls) : labels[label];
                })
                .toList());
    }

    /** How much of a topic goes to each label: most to the nearest, nothing to those that it is turned away from. */
    private static double[] shares(float[] topic, float[][] labels) {
        var near = Arrays.stream(labels)
                .mapToDouble(label -> Encoder.cosine(label, topic))
                .toArray();
        var warm = Arrays.stream(near).map(cosine -> Math.exp(cosine / WARMTH)).toArray();
        var all = Arrays.stream(warm).sum();
        return IntStream.range(0, near.length)
                .mapToDouble(i -> Math.max(0, near[i]) * warm[i] / all)
                .toArray();
    }
}
