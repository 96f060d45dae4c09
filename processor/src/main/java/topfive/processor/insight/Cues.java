package topfive.processor.insight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases of one to four words that tell what a sentence does, by kind; from {@code cues.v1.txt}. Looked up word by word, in linear time. */
final class Cues {
    static final String VERSION = "cues/1";
    private static final String FILE = "cues.v1.txt";
    private static final int LONGEST = 4;

    private final Map<String, Set<String>> byKind;

    private Cues(Map<String, Set<String>> byKind) {
        this.byKind = byKind;
    }

    static Cues load() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Cues.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return read(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the class path", e);
        }
    }

    private static Cues read(List<String> lines) {
        var kinds = new HashMap<String, Set<String>>();
        Set<String> current = new HashSet<>();
        for (var line : lines) {
            if (line.startsWith("[")) {
                current = kinds.computeIfAbsent(line.substring(1, line.indexOf(']')), k -> new HashSet<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.addAll(List.of(line.strip().split("\\s*,\\s*")));
            }
        }
        return new Cues(kinds);
    }

    /** @return how many phrases of this kind begin at some word; of several at one word the first found counts */
    int count(String kind, List<String> words) {
        int hits = 0;
        for (int i = 0; i < words.size(); i++) {
            hits += beginsAt(kind, words, i) ? 1 : 0;
        }
        return hits;
    }

    boolean any(String kind, List<String> words) {
        return count(kind, words) > 0;
    }

    boolean opens(String kind, List<String> words) {
        return beginsAt(kind, words, 0);
    }

    private boolean beginsAt(String kind, List<String> words, int at) {
        var phrases = byKind.get(kind);
        var phrase = new StringBuilder();
        for (int i = at; i < Math.min(at + LONGEST, words.size()); i++) {
            phrase.append(i == at ? "" : " ").append(words.get(i));
            if (phrases.contains(phrase.toString())) {
                return true;
            }
        }
        return false;
    }
}
