package topfive.ingest.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/**
 * "Name: " at the start of what somebody says. A label is believed where it recurs, or is a person the feed names, or stands once among labels
 * that recur and reads like a name; because "Note: " and "Step 2: " look the same.
 */
final class Labels {
    private static final String WORD = "[\\p{L}\\p{M}\\d.'’_-]{0,30}";
    private static final String NAME =
            "\\p{Lu}" + WORD + "(?: (?:\\p{Lu}|\\d|de |van |von |der |la |al-)" + WORD + "){0,4}";
    private static final String ROLE =
            "(?:,? \\(?(?i:host|co-?host|guest|anchor|narrator|moderator|interviewer|byline)\\)?)?";
    private static final String TIMED = "[\\[(]\\s*(" + Moments.TIME + ")\\s*[\\])]";

    /** Name, perhaps a time in brackets, a colon; Markdown's bold and italics allowed around it. */
    private static final Pattern LABEL = Pattern.compile("[*_]{0,3}\\[?(" + NAME + ")\\]?" + ROLE
            + "[*_]{0,3}(?:\\s{0,3}" + TIMED + ")?[*_]{0,3}\\s?:[*_]{0,3}(?:\\s+|$)");

    /** As some services print it: the name and the time stand alone on a line. */
    private static final Pattern NAME_AND_TIME = Pattern.compile("[*_#]{0,3}\\s?(" + NAME
            + ")[*_]{0,3}\\s{0,3}[-–|,]?\\s{0,3}[\\[(]?(" + Moments.TIME + ")[\\])]?:?[*_]{0,3}");

    private static final Pattern NUMBERED = Pattern.compile(
            "(?:filed under|(?:on|in|at|for|from|with|to|by|of|as|if|when|after|before|my|your|our|his|their|its|any|every) .*|(?:step|part|chapter|section|figure|table|tip|lesson|rule|point|number|day|week|phase|option|q|episode|season|question|level|round|item|version|at|in|on|of)\\s?[\\d.]*)");

    private static final Pattern SPEAKER = Pattern.compile("(?i)(?:speaker|voice|participant)[ _]?(?:\\d{1,3}|[A-Z])");
    private static final int LONGEST = 40;
    private static final int HEAD = 160;

    private static final Set<String> NO_NAMES = Set.of(
            ("q,a,question,questions,answer,answers,note,notes,tip,tips,pro tip,example,examples,warning,update,updates,source,sources,photo,photos,image,"
                            + "credit,credits,video,audio,summary,step,key takeaway,takeaway,takeaways,read more,related,see also,http,https,caption,correction,"
                            + "disclaimer,editor's note,editor’s note,title,subtitle,date,author,tags,category,url,faq,bottom line,here,this,remember,important,"
                            + "conclusion,introduction,breaking,transcript,guest,guests,link,links,reminder,spoiler,spoiler alert,fact,fact check,myth,pros,cons,"
                            + "headline,hint,quote,result,results,problem,solution,reason,first,second,third,finally,next,monday,tuesday,wednesday,thursday,"
                            + "friday,saturday,sunday,one,two,three,yes,no,so,and,but,then,also,look,listen,plus,again,meaning,translation,lesson,rule,price,"
                            + "location,time,where,when,who,why,how,what,the answer,the question,the point,the problem,the result,topic,topics,about,subject,"
                            + "duration,language,recorded,published,episode,show,show notes,in this episode,on this episode,timestamps,chapters")
                    .split(","));

    private final Set<String> known;
    private final boolean recurring;

    private Labels(Set<String> known, boolean recurring) {
        this.known = known;
        this.recurring = recurring;
    }

    /**
     * @param speaker as {@link Names} writes it
     * @param bold or in italics, as Markdown writes it
     */
    record Labelled(String speaker, Optional<Long> startMs, String text, boolean bold) {}

    /** Learns which labels of these lines, or beginnings of captions, are names. */
    static Labels in(List<String> lines, List<String> persons) {
        Map<String, Integer> counts = new HashMap<>();
        var all = lines.stream().flatMap(line -> find(line).stream()).toList();
        // where the names are bold, a word with a colon that is not is no name
        boolean bold = all.stream().filter(Labelled::bold).count() * 2 > all.size();
        var alike = all.stream().filter(label -> label.bold() || !bold).toList();
        alike.forEach(label -> counts.merge(label.speaker(), 1, Integer::sum));
        var known = new HashSet<String>();
        counts.forEach((label, count) -> {
            if (count > 1 || SPEAKER.matcher(label).matches() || isPerson(label, persons)) {
                known.add(label);
            }
        });
        boolean recurring = !known.isEmpty();
        boolean nothingElse = counts.size() > 1 && alike.size() == lines.size();
        if (known.size() < counts.size() && (recurring || nothingElse)) {
            boolean mostly = alike.size() * 5 >= lines.size() * 3;
            var vocabulary = new Vocabulary(lines);
            counts.keySet().stream()
                    .filter(label -> vocabulary.isName(label, mostly))
                    .forEach(known::add);
        }
        return new Labels(known, recurring);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Whether one at least stands more than once, or is a person the feed names. */
    boolean recur() {
        return recurring;
    }

    Optional<Labelled> of(String line) {
        return find(line).filter(found -> known.contains(found.speaker()));
    }

    private static Optional<Labelled> find(String line) {
        var head = line.substring(0, Math.min(line.length(), HEAD));
        var alone = NAME_AND_TIME.matcher(head);
        if (line.length() < HEAD && alone.matches() && !isNoName(alone.group(1))) {
            var time = Optional.of(Moments.millis(alone.group(2)));
            return Optional.of(new Labelled(Names.of(alone.group(1)), time, "", isBold(line)));
        }
        var label = LABEL.matcher(head);
        if (!label.lookingAt() || label.group(1).length() > LONGEST || isNoName(label.group(1))) {
            return Optional.empty();
        }
        var time = Optional.ofNullable(label.group(2)).map(Moments::millis);
        return Optional.of(new Labelled(Names.of(label.group(1)), time, line.substring(label.end()), isBold(line)));
    }

    private static boolean isBold(String line) {
        return line.startsWith("*") || line.startsWith("_");
    }

    private static boolean isNoName(String label) {
        var folded = label.toLowerCase(Locale.ROOT);
        return NO_NAMES.contains(folded) || NUMBERED.matcher(folded).matches();
    }

    private static boolean isPerson(String label, List<String> persons) {
        var folded = label.toLowerCase(Locale.ROOT);
        return persons.stream()
                .map(person -> Tidy.line(person).toLowerCase(Locale.ROOT))
                .anyMatch(person ->
                        person.equals(folded) || person.startsWith(folded + " ") || person.endsWith(" " + folded));
    }

    /** The words of a text, to tell "Ben:" from "Spoiler:": a name is not written small elsewhere. */
    private static final class Vocabulary {
        private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}'’]+");
        private final Set<String> small = new HashSet<>();
        private final Set<String> great = new HashSet<>();

        private Vocabulary(List<String> lines) {
            for (var line : lines) {
                var said = find(line).map(Labelled::text).orElse(line);
                var words = WORDS.matcher(said);
                while (words.find()) {
                    boolean capital = Character.isUpperCase(said.charAt(words.start()));
                    (capital ? great : small).add(words.group().toLowerCase(Locale.ROOT));
                }
            }
        }

        private boolean isName(String label, boolean mostlyLabelled) {
            var words = label.toLowerCase(Locale.ROOT).split(" ");
            for (var word : words) {
                if (!small.contains(word)) {
                    return mostlyLabelled || words.length > 1 || great.contains(word);
                }
            }
            return false;
        }
    }
}
