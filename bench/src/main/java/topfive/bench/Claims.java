package topfive.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Invented claims in any number, always the same ones: most are ideas of their own that share a part with some others, as on a large day;
 * every fifth tells again, in other words, what an earlier one said.
 */
final class Claims {
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Random random = new Random(5);

    static List<String> first(int count) throws IOException {
        var claims = new Claims();
        claims.load();
        var said = new ArrayList<Idea>();
        var texts = new ArrayList<String>();
        while (texts.size() < count) {
            var again = texts.size() % 5 == 4;
            var idea = again ? said.get(claims.random.nextInt(said.size())) : claims.idea();
            said.add(idea);
            texts.add(again ? idea.retold() : idea.told());
        }
        return texts;
    }

    private record Idea(String who, String does, String because, int percent, int year) {
        String told() {
            return who + " " + does + " because " + because + figures(", ") + ".";
        }

        String retold() {
            return "Since " + because + ", " + who.toLowerCase(Locale.ROOT) + " " + does + figures("; ") + ".";
        }

        /** Every other idea has some. */
        private String figures(String before) {
            return percent % 2 == 0 ? "" : before + percent + "% since " + year;
        }
    }

    private Idea idea() {
        return new Idea(pick("who"), pick("does"), pick("because"), 2 + random.nextInt(90), 2008 + random.nextInt(17));
    }

    private String pick(String kind) {
        var all = parts.get(kind);
        return all.get(random.nextInt(all.size()));
    }

    private void load() throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(Claims.class.getResourceAsStream("parts.txt"), StandardCharsets.UTF_8))) {
            var kind = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (List.of("who", "does", "because").contains(line)) {
                    kind = line;
                } else if (!line.startsWith("#")) {
                    parts.computeIfAbsent(kind, each -> new ArrayList<>()).add(line);
                }
            }
        }
    }
}
