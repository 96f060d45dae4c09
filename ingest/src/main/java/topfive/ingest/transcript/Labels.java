package topfive.ingest.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * "Name: " at the start of what somebody says. A label is believed where it recurs or is a person the feed names, because "Note: " and
 * "Step 2: " look the same.
 */
final class Labels {
    /** Name, then perhaps a time in brackets, then a colon; Markdown bold allowed around it. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\*\\*|__)?\\[?(\\p{Lu}[\\p{L}\\p{M}\\d.'’_-]*(?: (?:\\p{Lu}|\\d|de |van |von |der |la |al-)[\\p{L}\\p{M}\\d.'’_-]*){0,4}|[A-Z]{1,3})\\]?"
                    + "(?:\\s*[\\[(]((?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:\\.\\d+)?)[\\])])?(?:\\*\\*|__)?:(?:\\*\\*|__)?(?:\\s+|$)");

    /** As some services print it: the name and the time stand alone on a line. */
    private static final Pattern NAME_AND_TIME = Pattern.compile(
            "^(?:\\*\\*)?(\\p{Lu}[\\p{L}.'’_-]*(?: \\p{Lu}?[\\p{L}\\d.'’_-]+){0,3}|Speaker \\d+)(?:\\*\\*)?\\s*[\\[(]?((?:\\d{1,2}:)?\\d{1,2}:\\d{2})[\\])]?\\s*$");

    private static final Set<String> NO_NAMES = Set.of(
            "q",
            "a",
            "question",
            "answer",
            "note",
            "notes",
            "tip",
            "pro tip",
            "example",
            "warning",
            "update",
            "source",
            "sources",
            "photo",
            "image",
            "credit",
            "video",
            "summary",
            "step",
            "key takeaway",
            "takeaway",
            "read more",
            "related",
            "see also",
            "http",
            "https",
            "caption",
            "correction",
            "disclaimer",
            "editor's note",
            "editor’s note",
            "title",
            "date",
            "author",
            "tags",
            "category",
            "url",
            "faq",
            "bottom line",
            "here",
            "this",
            "remember",
            "important",
            "conclusion",
            "introduction",
            "breaking",
            "transcript",
            "guest",
            "link",
            "links");

    private final Set<String> known;

    private Labels(Set<String> known) {
        this.known = known;
    }

    record Labelled(String speaker, Optional<Long> startMs, String text) {}

    /** Learns which labels recur in these lines. */
    static Labels in(List<String> lines, List<String> persons) {
        Map<String, Integer> counts = new HashMap<>();
        for (var line : lines) {
            find(line).ifPresent(found -> counts.merge(found.speaker(), 1, Integer::sum));
        }
        var known = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1
                        || isPerson(entry.getKey(), persons)
                        || entry.getKey().matches("(?i)speaker[ _]?\\d+"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Labels(known);
    }

    int speakers() {
        return known.size();
    }

    Optional<Labelled> of(String line) {
        return find(line)
                .filter(found -> known.contains(found.speaker()))
                .map(found -> new Labelled(name(found.speaker()), found.startMs(), found.text()));
    }

    private static Optional<Labelled> find(String line) {
        var alone = NAME_AND_TIME.matcher(line);
        if (alone.matches()) {
            return Optional.of(new Labelled(alone.group(1), Optional.of(TimedText.millis(alone.group(2))), ""));
        }
        var label = LABEL.matcher(line);
        if (!label.find() || label.group(1).length() > 40 || isNoName(label.group(1))) {
            return Optional.empty();
        }
        var time = Optional.ofNullable(label.group(2)).map(TimedText::millis);
        return Optional.of(new Labelled(label.group(1), time, line.substring(label.end())));
    }

    private static boolean isNoName(String label) {
        var folded = label.toLowerCase(Locale.ROOT);
        return NO_NAMES.contains(folded)
                || folded.matches(
                        "(?:step|part|chapter|section|figure|table|tip|lesson|rule|point|number|day|week|phase|option|q)\\s?\\d*");
    }

    private static boolean isPerson(String label, List<String> persons) {
        var folded = label.toLowerCase(Locale.ROOT);
        return persons.stream()
                .map(person -> person.toLowerCase(Locale.ROOT))
                .anyMatch(person ->
                        person.equals(folded) || person.startsWith(folded + " ") || person.endsWith(" " + folded));
    }

    /** SHOUTED names as names. */
    private static String name(String label) {
        if (!label.equals(label.toUpperCase(Locale.ROOT)) || label.length() < 3 || label.matches(".*\\d.*")) {
            return label;
        }
        var name = new StringBuilder();
        for (var word : label.toLowerCase(Locale.ROOT).split(" ")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return name.toString();
    }
}
