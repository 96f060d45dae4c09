package topfive.processor.merge;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a claim can be held to: its figures with their units, the actors it names, the dates it gives. Weekdays, "today" and numbers
 * without a unit that are mere counting words do not count.
 *
 * @param figures e.g. {@code 12%}, {@code $3.5bn}, {@code 600 jobs}
 * @param actors names as written, e.g. {@code Port of Hallin}
 * @param dates e.g. {@code 2027}, {@code 14 march}
 */
public record Facts(Set<String> figures, Set<String> actors, Set<String> dates) {
    private static final String MONTH =
            "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?"
                    + "|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:" + MONTH + " " + DAY + "(?!\\d)|" + DAY + " (?:of )?" + MONTH + "|" + MONTH
                    + ",? (?:of )?(\\d{4})|((?:19|20)\\d{2}))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{N}&'’-]*)";
    private static final Pattern NAME =
            Pattern.compile(WORD + "(?:\\s+(?:(?:of|the|for|and|de|van|von)\\s+)?" + WORD + ")*");
    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?…:\"“]\\s+|^[\"“])$");
    private static final Set<String> NOT_A_NAME =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow i the a an this"
                            + " that these those it they we he she but and in on at for with what why how when if january february"
                            + " march april may june july august september october november december"
                            + " jan feb mar apr jun jul aug sep sept oct nov dec")
                    .split(" "));

    public Facts {
        figures = Set.copyOf(figures);
        actors = Set.copyOf(actors);
        dates = Set.copyOf(dates);
    }

    public static Facts of(String text) {
        var dates = new TreeSet<String>();
        var date = DATE.matcher(text);
        while (date.find()) {
            dates.add(written(date));
        }
        var rest = DATE.matcher(text).replaceAll(" ; ");
        return new Facts(Figures.in(rest), actors(text), dates);
    }

    /** "Oct. 14", "14th of October" and "October 14" are {@code 14 october}. */
    private static String written(Matcher date) {
        if (date.group(7) != null) {
            return date.group(7);
        }
        var day = date.group(2) != null ? date.group(2) : date.group(3);
        var month = date.group(1) != null ? date.group(1) : date.group(4) != null ? date.group(4) : date.group(5);
        var start = month.substring(0, 3).toLowerCase(Locale.ROOT);
        var full = MONTHS.stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow();
        return day != null ? Integer.parseInt(day) + " " + full : full + " " + date.group(6);
    }

    public static Facts of(Collection<String> texts) {
        var figures = new TreeSet<String>();
        var actors = new TreeSet<String>();
        var dates = new TreeSet<String>();
        for (var text : texts) {
            var facts = of(text);
            figures.addAll(facts.figures);
            actors.addAll(facts.actors);
            dates.addAll(facts.dates);
        }
        return new Facts(figures, actors, dates);
    }

    private static Set<String> actors(String text) {
        var actors = new LinkedHashSet<String>();
        var found = NAME.matcher(text);
        while (found.find()) {
            var written = found.group().replaceAll("['’]s$", "").replaceAll("[.'’-]+$", "");
            var name = withoutOpening(written);
            var wasOpening = name.length() < written.length();
            var oneWord = name.indexOf(' ') < 0;
            if (!name.isEmpty() && (!oneWord || wasOpening || !opensSentence(text, found.start()) || isAcronym(name))) {
                actors.add(name);
            }
        }
        return actors;
    }

    /** "On Wednesday", "But Meta": words that are capitalised without being a name. */
    private static String withoutOpening(String written) {
        var name = written;
        while (!name.isEmpty() && NOT_A_NAME.contains(name.split("\\s+")[0].toLowerCase(Locale.ROOT))) {
            name = name.replaceFirst("^\\S+\\s*(?:(?:of|the|for|and)\\s+)?", "");
        }
        return name;
    }

    /** A single capitalised word at the start of a sentence may be any word. */
    private static boolean opensSentence(String text, int at) {
        return SENTENCE_START.matcher(text.substring(Math.max(0, at - 4), at)).find() || at == 0;
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }
}
