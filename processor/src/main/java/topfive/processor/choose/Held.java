package topfive.processor.choose;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topfive.processor.merge.Facts;

/**
 * What the evidence of an earlier idea holds, in whatever form: who reads "600 positions" after "600 jobs", "nearly 20%" after "19.8%", or
 * "Voss" after "Dr Mara Voss" has learned nothing new.
 */
record Held(Facts facts, String text) {
    private static final Pattern FIGURE = Pattern.compile("([$€£]?)([\\d.]+)(%|(?:m|bn|tn)\\b)?(?: (.+))?");
    /** A rounding is no other figure, if it says that it is one. */
    private static final Pattern ROUNDED = Pattern.compile(
            "\\b(?:about|some|nearly|almost|around|roughly|approximately|close to|more than|over|under|less than|just)\\s+(?=[$€£]?[\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final BigDecimal NEAR = new BigDecimal("0.05");
    private static final Map<String, String> SHARES = Map.of(
            "50%", "\\bhalf\\b|\\bhalves\\b|\\bhalved\\b",
            "33%", "\\b(?:a|one|by a) third\\b",
            "67%", "\\btwo[- ]thirds\\b",
            "66%", "\\btwo[- ]thirds\\b",
            "25%", "\\b(?:a|one) quarter\\b",
            "75%", "\\bthree[- ]quarters\\b",
            "20%", "\\b(?:a|one) fifth\\b|\\bone in five\\b",
            "10%", "\\b(?:a|one) tenth\\b|\\bone in ten\\b");
    private static final int REACH = 25;
    /** Below it a number is likely to be another's: three weeks are not three wards. */
    private static final BigDecimal TELLING = BigDecimal.valueOf(13);

    static Held by(Collection<String> evidence) {
        return new Held(Facts.of(evidence), String.join("\n", evidence).toLowerCase(Locale.ROOT));
    }

    /** @param sentence where it stands: says whether it is a rounding */
    boolean figure(String figure, String sentence) {
        if (facts.figures().contains(figure)
                || SHARES.containsKey(figure)
                        && Pattern.compile(SHARES.get(figure)).matcher(text).find()) {
            return true;
        }
        var rounded = isRounded(figure, sentence);
        return facts.figures().stream().anyMatch(known -> says(figure, known, rounded));
    }

    private static boolean says(String figure, String known, boolean rounded) {
        var here = FIGURE.matcher(figure);
        var there = FIGURE.matcher(known);
        if (!here.matches() || !there.matches() || !kind(here).equals(kind(there))) {
            return false;
        }
        var number = new BigDecimal(here.group(2));
        var other = new BigDecimal(there.group(2));
        var isCount = here.group(1).isEmpty() && here.group(3) == null;
        var oneUnit = java.util.Objects.equals(here.group(4), there.group(4));
        return isCount
                        && here.group(4) != null
                        && there.group(4) != null
                        && number.compareTo(TELLING) >= 0
                        && number.compareTo(other) == 0
                || rounded
                        && oneUnit
                        && other.subtract(number).abs().compareTo(other.multiply(NEAR)) <= 0
                        && number.stripTrailingZeros().precision()
                                < other.stripTrailingZeros().precision();
    }

    private static List<String> kind(Matcher figure) {
        return List.of(figure.group(1), figure.group(3) == null ? "" : figure.group(3));
    }

    private static boolean isRounded(String figure, String sentence) {
        return ROUNDED.matcher(sentence)
                .results()
                .anyMatch(hedge -> Facts.of(
                                sentence.substring(hedge.end(), Math.min(sentence.length(), hedge.end() + REACH)))
                        .figures()
                        .contains(figure));
    }

    /** "Dr Mara Voss" after "Voss", "Halden" after "Halden Health", "NTS" after "National Transport Safety". */
    boolean actor(String name) {
        var words = words(name);
        var last = words.get(words.size() - 1);
        return contains(last)
                || facts.actors().stream()
                        .map(Held::words)
                        .anyMatch(known -> words.containsAll(known)
                                || initials(known).equals(last)
                                || initials(words).equals(known.get(known.size() - 1)));
    }

    private boolean contains(String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", "").split("[\\s.-]+"));
    }

    private static String initials(List<String> words) {
        return words.stream()
                .filter(word -> !word.matches("of|the|for|and|de|van|von"))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** A date that was told, or that says no more than that the report is of its day. */
    boolean date(String date, LocalDate day) {
        var month =
                day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
        return facts.dates().contains(date)
                || date.equals(day.getDayOfMonth() + " " + month)
                || date.equals(month + " " + day.getYear())
                || date.equals(Integer.toString(day.getYear()));
    }
}
