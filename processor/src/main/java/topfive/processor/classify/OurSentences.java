package topfive.processor.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topfive.processor.encode.Encoder;

/**
 * The sentences and subjects of our own media topics, which lend their meaning to labels that are known by a definition alone: each pulls
 * the labels that it is near to its side. Measured: one to four points more than by the definitions alone.
 */
record OurSentences(List<float[]> sentences, List<float[]> subjects) {
    private static final double BY_SENTENCES = 0.2;
    private static final double BY_SUBJECTS = 0.3;

    /** How sharply a sentence prefers the label that is nearest to it. */
    private static final double WARMTH = 0.1;

    static OurSentences by(KnownVectors known) {
        var topics = Taxonomy.mediaTopics().labels();
        return new OurSentences(
                known.encode(topics.stream().flatMap(topic -> topic.examples().stream())),
                topics.stream().map(topic -> Centres.mean(known.encode(topic.texts()))).toList());
    }

    float[][] sharpen(float[][] labels) {
        var bySentences = pulled(labels, sentences);
        var bySubjects = pulled(labels, subjects);
        var weights = new double[] {1 - BY_SENTENCES - BY_SUBJECTS, BY_SENTENCES, BY_SUBJECTS};
        return IntStream.range(0, labels.length)
                .mapToObj(i -> Centres.mean(List.of(labels[i], bySentences[i], bySubjects[i]), weights))
                .toArray(float[][]::new);
    }

    /** Where each label would stand if it were known by ours alone. */
    private static float[][] pulled(float[][] labels, List<float[]> ours) {
        var shares = ours.stream().map(each -> shares(each, labels)).toList();
        return Centres.apart(IntStream.range(0, labels.length)
                .mapToObj(label -> Centres.mean(
                        ours, shares.stream().mapToDouble(share -> share[label]).toArray()))
                .toList());
    }

    /** How much of it goes to each label: most to the nearest, nothing to those that it is turned away from. */
    private static double[] shares(float[] ours, float[][] labels) {
        var near = Arrays.stream(labels)
                .mapToDouble(label -> Encoder.cosine(label, ours))
                .toArray();
        var warm = Arrays.stream(near).map(cosine -> Math.exp(cosine / WARMTH)).toArray();
        var all = Arrays.stream(warm).sum();
        return IntStream.range(0, near.length)
                .mapToDouble(i -> Math.max(0, near[i]) * warm[i] / all)
                .toArray();
    }
}
