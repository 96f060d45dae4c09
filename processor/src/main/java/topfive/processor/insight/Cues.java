package topfive.processor.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Phrases of one to four words that tell what a sentence does, by kind; from {@code cues.v1.txt} and, for talk, {@code speech.v1.txt}. Looked up word by word, in linear time. */
final class Cues {
    private static final List<String> FILES = List.of("cues.v1.txt", "speech.v1.txt");
    private static final int LONGEST = 4;
    private static final Set<Kind> NONE = EnumSet.noneOf(Kind.class);

    enum Kind {
        CAUSE,
        CONSEQUENCE,
        CONTRAST,
        COMPARISON,
        CONDITION,
        EVIDENCE,
        HEDGE,
        FILLER,
        VAGUE,
        ROUTINE,
        PROMO,
        NEVER,
        ADVERT,
        LABEL,
        IMPERATIVE,
        LEANS,
        STANDS,
        LIGHTLY,
        CLEARS_THROAT,
        CHATTER,
        POINTS_BACK,
        STAYS,
        THIN,
        FINITE
    }

    private final Map<String, Set<Kind>> phrases = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();

    private Cues() {}

    static Cues load() {
        var cues = new Cues();
        for (var file : FILES) {
            try (var lines = new BufferedReader(
                    new InputStreamReader(Cues.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
                cues.learn(lines.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read from the class path", e);
            }
        }
        return cues;
    }

    private void learn(List<String> lines) {
        Kind kind = null;
        for (var line : lines) {
            if (line.startsWith("[")) {
                var name = line.substring(1, line.indexOf(']'));
                kind = Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                for (var phrase : line.strip().split("\\s*,\\s*")) {
                    phrases.computeIfAbsent(phrase, p -> EnumSet.noneOf(Kind.class))
                            .add(kind);
                    firstWords.add(phrase.split(" ")[0]);
                }
            }
        }
    }

    Tally tally(List<String> words) {
        var counts = new int[Kind.values().length];
        for (int i = 0; i < words.size(); i++) {
            for (var kind : at(words, i)) {
                counts[kind.ordinal()]++;
            }
        }
        return new Tally(counts);
    }

    boolean opens(Kind kind, List<String> words) {
        return at(words, 0).contains(kind);
    }

    /** @return the kinds of the phrases that begin at this word */
    Set<Kind> at(List<String> words, int at) {
        if (at >= words.size() || !firstWords.contains(words.get(at))) {
            return NONE;
        }
        Set<Kind> kinds = NONE;
        var phrase = new StringBuilder();
        for (int i = at; i < Math.min(at + LONGEST, words.size()); i++) {
            phrase.append(i == at ? "" : " ").append(words.get(i));
            var found = phrases.get(phrase.toString());
            if (found != null) {
                kinds = kinds == NONE ? EnumSet.copyOf(found) : kinds;
                kinds.addAll(found);
            }
        }
        return kinds;
    }

    /** At how many words of a sentence a phrase of each kind begins. */
    static final class Tally {
        private final int[] counts;

        private Tally(int[] counts) {
            this.counts = counts;
        }

        int of(Kind kind) {
            return counts[kind.ordinal()];
        }
    }
}
