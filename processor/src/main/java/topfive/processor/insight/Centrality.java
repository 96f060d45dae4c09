package topfive.processor.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each sentence is about what its document is about: the cosine between its words and the words that the document repeats. A word
 * that comes once counts little. No vectors, linear time.
 */
public final class Centrality {
    /** Taken off each word's count: what stands once is hardly what a document is about. */
    private static final double ONCE = 0.7;

    private Centrality() {}

    /** @return for each sentence 0 to 1, where the most central sentence has 1; all 0 where no sentence has a word that counts */
    public static double[] of(List<String> sentences) {
        return ofTerms(
                sentences.stream().map(text -> Terms.of(Terms.words(text))).toList());
    }

    static double[] ofTerms(List<List<String>> sentences) {
        var document = new HashMap<String, Integer>();
        sentences.forEach(terms -> terms.forEach(term -> document.merge(term, 1, Integer::sum)));
        var closeness = sentences.stream()
                .mapToDouble(terms -> closeness(terms, document))
                .toArray();
        double most = 0;
        for (double c : closeness) {
            most = Math.max(most, c);
        }
        for (int i = 0; i < closeness.length && most > 0; i++) {
            closeness[i] /= most;
        }
        return closeness;
    }

    private static double closeness(List<String> terms, Map<String, Integer> document) {
        var counts = new HashMap<String, Integer>();
        terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        double sum = 0;
        long square = 0;
        for (var term : terms) { // in text order, so that rounding is the same everywhere
            sum += document.get(term) - ONCE;
        }
        for (int count : counts.values()) {
            square += (long) count * count;
        }
        return square == 0 ? 0 : sum / Math.sqrt(square);
    }
}
