package topfive.ingest.article;

import java.util.List;
import java.util.Locale;

/** Beginnings of words, one of which must be there before it is worth while to look with an expression: that takes fifty times as long. */
record Stems(List<String> stems) {
    static Stems of(String... stems) {
        return new Stems(List.of(stems));
    }

    boolean in(String text) {
        var lower = text.toLowerCase(Locale.ROOT) + " ";
        for (var stem : stems) {
            if (lower.contains(stem)) {
                return true;
            }
        }
        return false;
    }
}
