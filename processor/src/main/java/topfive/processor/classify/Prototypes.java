package topfive.processor.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import topfive.processor.encode.Encoder;

/**
 * One vector per label: the mean of everything that describes it, without what all labels have in common. Measured: a definition alone
 * classifies four points worse than definition, phrases and sentences together.
 */
public final class Prototypes {
    private static final Pattern ENUMERATION = Pattern.compile("\\s*(?:[,;]|\\band\\b|\\bor\\b)\\s*");

    private final Taxonomy taxonomy;
    private final float[][] vectors;

    private Prototypes(Taxonomy taxonomy, float[][] vectors) {
        this.taxonomy = taxonomy;
        this.vectors = vectors;
    }

    /** Encodes every text of the taxonomy, in parallel; some hundred texts take about a second. */
    public static Prototypes of(Taxonomy taxonomy, Encoder encoder) {
        var vectors = taxonomy.labels().stream()
                .map(entry -> mean(texts(entry), encoder))
                .toArray(float[][]::new);
        return new Prototypes(taxonomy, withoutCommon(vectors));
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** @return for each label its cosine with the text, less the mean of all labels: 0 is what any text has */
    public double[] scores(float[] text) {
        var scores = new double[vectors.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Encoder.cosine(vectors[i], text);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= sum / scores.length;
        }
        return scores;
    }

    /** @return the label that fits best, however badly; the first of equals */
    public Taxonomy.Entry best(float[] text) {
        var scores = scores(text);
        int best = IntStream.range(0, scores.length)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
        return taxonomy.labels().get(best);
    }

    /**
     * Where a label brings no phrases, the things that its definition lists serve instead, each as a reader would meet it in the news: measured,
     * that is worth one to three points over the things alone.
     */
    private static List<String> texts(Taxonomy.Entry entry) {
        var things = entry.definition()
                .substring(entry.definition().indexOf(':') + 1)
                .strip();
        if (things.isEmpty()) {
            return List.of(entry.label());
        }
        var texts = new ArrayList<String>(List.of(entry.definition(), asReport(things)));
        if (entry.phrases().isEmpty() && entry.examples().isEmpty()) {
            ENUMERATION.splitAsStream(things).filter(thing -> !thing.isBlank()).forEach(thing -> {
                texts.add(asReport(thing));
                texts.add(thing + " news");
            });
        } else {
            texts.add(entry.label());
            texts.addAll(entry.phrases());
            texts.addAll(entry.examples());
        }
        return texts;
    }

    private static String asReport(String things) {
        return "A news report about " + things + ".";
    }

    private static float[] mean(List<String> texts, Encoder encoder) {
        var encoded = texts.parallelStream().map(encoder::encode).toList();
        var mean = new float[encoded.get(0).length];
        for (var vector : encoded) { // in order: floating point sums depend on it
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / encoded.size();
            }
        }
        return unit(mean);
    }

    private static float[][] withoutCommon(float[][] vectors) {
        int size = vectors[0].length;
        var common = new float[size];
        for (var vector : vectors) {
            for (int i = 0; i < size; i++) {
                common[i] += vector[i] / vectors.length;
            }
        }
        if (vectors.length > 1) {
            for (var vector : vectors) {
                for (int i = 0; i < size; i++) {
                    vector[i] -= common[i];
                }
                unit(vector);
            }
        }
        return vectors;
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += (double) x * x;
        }
        for (int i = 0; i < vector.length && square > 0; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }
}
