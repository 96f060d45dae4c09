package topfive.ingest.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Weighs whether a block belongs to the article, by the table of small trees in {@code judge.txt}, where it says how it was learnt. */
final class Judge {
    private static final String TABLE = "judge.txt";

    private final List<Tree> trees;

    private Judge(List<Tree> trees) {
        this.trees = trees;
    }

    /** @throws IllegalStateException naming the line of the table that cannot be read */
    static Judge load() {
        var in = Judge.class.getResourceAsStream(TABLE);
        if (in == null) {
            throw new IllegalStateException(TABLE + " is not on the class path");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Judge(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Tree::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /**
     * @param traits one value for every {@link Trait}
     * @return 0 where it is as likely as not that the block belongs, above 0 where it is likelier: the logarithm of the odds
     */
    double evidence(double[] traits) {
        double sum = 0;
        for (var tree : trees) {
            sum += tree.weigh(traits);
        }
        return sum;
    }

    /** A question to one trait. A side that needs none has an endless limit. */
    private record Question(int trait, double limit, double atMost, double more) {
        static Question of(String text) {
            var words = text.strip().split(" +");
            if (words.length == 1) {
                double value = Double.parseDouble(words[0]);
                return new Question(0, Double.POSITIVE_INFINITY, value, value);
            }
            return new Question(
                    Trait.valueOf(words[0]).ordinal(),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[5]));
        }

        double answer(double[] traits) {
            return traits[trait] <= limit ? atMost : more;
        }
    }

    private record Tree(int trait, double limit, Question atMost, Question more) {
        static Tree of(String line) {
            try {
                var parts = line.split("\\|");
                var first = parts[0].strip().split(" +");
                return new Tree(
                        Trait.valueOf(first[0]).ordinal(),
                        Double.parseDouble(first[1]),
                        Question.of(parts[1]),
                        Question.of(parts[2]));
            } catch (RuntimeException e) {
                throw new IllegalStateException(TABLE + ": " + line, e);
            }
        }

        double weigh(double[] traits) {
            return (traits[trait] <= limit ? atMost : more).answer(traits);
        }
    }
}
