package topfive.processor.encode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a word says: common words little, rare ones much. The encoder's word list is ordered by how often a word was met in its
 * training, which makes a frozen table of frequencies that needs no file of its own.
 */
public final class Rarity {
    private static final Map<String, Double> WEIGHTS = load();
    private static final double UNKNOWN = 1;

    private Rarity() {}

    /** @return 0 to 1; 1 for a word that the list does not hold */
    public static double of(String word) {
        return WEIGHTS.getOrDefault(word, UNKNOWN);
    }

    private static Map<String, Double> load() {
        try (var file = Rarity.class.getResourceAsStream(MiniLm.TOKENIZER)) {
            var words = new ObjectMapper().readTree(file).path("model").path("vocab");
            // below this number stand marks and single characters
            var first = words.path("the").asInt();
            var most = Math.log(words.size() - first);
            var weights = new HashMap<String, Double>();
            words.properties().forEach(word -> {
                if (word.getValue().asInt() >= first && !word.getKey().startsWith("##")) {
                    weights.put(word.getKey(), Math.log(1 + word.getValue().asInt() - first) / most);
                }
            });
            return Map.copyOf(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("the encoder's word list cannot be read from the class path", e);
        }
    }
}
