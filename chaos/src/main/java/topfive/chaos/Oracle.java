package topfive.chaos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import topfive.chaos.Published.Buried;
import topfive.chaos.Published.Said;

/** Holds what was published against what had to be: one line for each difference, none where all is as it must be. Pure. */
public final class Oracle {
    private static final int AROUND = 60;

    private Oracle() {}

    public static List<String> differences(Published wanted, Published found) {
        var lines = new ArrayList<String>();
        lines.addAll(said("edition", wanted.editions(), found.editions()));
        lines.addAll(said("decision", wanted.decisions(), found.decisions()));
        lines.addAll(said("insight", wanted.insights(), found.insights()));
        lines.addAll(buried(wanted.letters(), found.letters()));
        return lines;
    }

    /** Each key as often as wanted, and with the same bytes. */
    private static List<String> said(String what, List<Said> wanted, List<Said> found) {
        var lines = new ArrayList<String>();
        var wantedByKey = byKey(wanted);
        var foundByKey = byKey(found);
        var keys = new LinkedHashSet<>(wantedByKey.keySet());
        keys.addAll(foundByKey.keySet());
        for (var key : keys) {
            var must = wantedByKey.getOrDefault(key, List.of());
            var is = foundByKey.getOrDefault(key, List.of());
            if (is.size() < must.size()) {
                lines.add("lost " + what + " " + key + ": " + is.size() + " of " + must.size());
            } else if (must.isEmpty()) {
                lines.add("unwanted " + what + " " + key + ": " + is.size());
            } else if (is.size() > must.size()) {
                lines.add("doubled " + what + " " + key + ": " + is.size() + " instead of " + must.size());
            } else {
                different(must, is).ifPresent(where -> lines.add("different " + what + " " + key + ": " + where));
            }
        }
        return lines;
    }

    private static List<String> buried(List<Buried> wanted, List<Buried> found) {
        var lines = new ArrayList<String>();
        var left = new LinkedHashMap<String, List<Buried>>();
        found.forEach(letter -> left.computeIfAbsent(letter.origin(), origin -> new ArrayList<>())
                .add(letter));
        for (var must : wanted) {
            var is = left.remove(must.origin());
            if (is == null) {
                lines.add("lost dead letter of " + must.origin());
            } else if (is.size() > 1) {
                lines.add("doubled dead letter of " + must.origin() + ": " + is.size() + " instead of 1");
            } else {
                different(must, is.get(0))
                        .ifPresent(where -> lines.add("different dead letter of " + must.origin() + ": " + where));
            }
        }
        left.values()
                .forEach(letters -> letters.forEach(letter -> lines.add("unwanted dead letter of " + letter.origin()
                        + ": " + letter.reason() + " " + letter.detail())));
        return lines;
    }

    private static Optional<String> different(Buried must, Buried is) {
        if (!Arrays.equals(is.bytes(), must.bytes())) {
            return Optional.of(firstDifference(must.bytes(), is.bytes()));
        }
        if (!is.sha256().equals(must.sha256())) {
            return Optional.of("its dl_sha256 is not that of its bytes");
        }
        if (!Objects.equals(is.key(), must.key())) {
            return Optional.of("its key is " + is.key() + " instead of " + must.key());
        }
        return must.reason().equals(Buried.ANY_REASON) || is.reason().equals(must.reason())
                ? Optional.empty()
                : Optional.of("its reason is " + is.reason() + " instead of " + must.reason());
    }

    private static Map<String, List<Said>> byKey(List<Said> all) {
        var byKey = new LinkedHashMap<String, List<Said>>();
        all.forEach(said ->
                byKey.computeIfAbsent(said.key(), key -> new ArrayList<>()).add(said));
        return byKey;
    }

    /** In whatever order: repeats of one key may come from several places. */
    private static Optional<String> different(List<Said> wanted, List<Said> found) {
        var left = new ArrayList<>(found);
        for (var must : wanted) {
            if (!left.remove(must)) {
                return Optional.of(firstDifference(must.value(), left.get(0).value()));
            }
        }
        return Optional.empty();
    }

    private static String firstDifference(byte[] wanted, byte[] found) {
        var at = Arrays.mismatch(wanted, found);
        return "at byte " + at + " must be \"" + around(wanted, at) + "\" and is \"" + around(found, at) + "\"";
    }

    private static String around(byte[] bytes, int at) {
        var from = Math.max(0, Math.min(at, bytes.length) - AROUND / 3);
        var to = Math.min(bytes.length, at + AROUND);
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
    }
}
