package topfive.ingest.transcript;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Cues;

/**
 * Marks adverts, sentence by sentence, by cue phrases and by the breaks that a transcript notes; {@link Greetings} marks what every episode says. A turn in which an advert begins or ends is split, so
 * that what stands beside it is still speech.
 */
final class Adverts {
    private static final Cues BEGINS = Cues.of(
            List.of(
                    "sponsor",
                    "support",
                    "made possible",
                    "presented",
                    "brought to you",
                    "word from",
                    "message from",
                    "thanks to",
                    "thank you to",
                    "out to",
                    "break",
                    "this is a",
                    "anzeige",
                    "werbung",
                    "diese folge"),
            "(?:episode|show|podcast|program|segment|edition|newsletter)\\b(?! on| about)[^.]{0,40} (?:sponsored|supported|made possible|presented)(?: today| in part)? by",
            "(?:this week|today|we'?re|we are) (?:is |are )?(?:sponsored|supported|made possible|presented) (?:in part )?by",
            "brought to you (?:today |this week |in part )?by",
            "(?:a|one|quick|brief)? ?(?:word|message) from (?:our|today'?s|this week'?s|the) (?:friends|sponsors?|partners?|people)",
            "(?:thanks|thank you|shout ?out) to (?:our (?:sponsors?|partners?|friends at)|[^.]{2,60} for (?:sponsoring|supporting))",
            "(?:today'?s|this week'?s|our|this episode'?s|first|next) (?:episode )?sponsors?(?: today| for| of|,| is)",
            "support for (?:this|the|our) (?:show|podcast|episode|program)",
            "(?:let me|let's|i want to|want to|gotta|have to) (?:tell you about|talk about|thank) (?:our|a|today'?s) (?:\\w+ )?sponsors?",
            "(?:let's|we'll|we will|going to) (?:take|pause for) a (?:quick|short|brief)? ?break",
            "this is an? (?:ad|advert|advertisement|paid)",
            "(?:anzeige|werbung|diese folge wird präsentiert)");

    /** A part of the show is announced as paid for. */
    private static final Cues SEGMENT = Cues.of(
            List.of("sponsored", "paid", "classifieds"),
            "\\btime for (?:some |our |a )?(?:sponsored|paid) (?:news|content|segment|story|stories|message)",
            "\\b(?:following|next) (?:segment|story|message) is (?:sponsored|paid)",
            "^(?:sponsored|paid) (?:news|content|segment|message)\\W*$",
            "^\\W*(?:the )?classifieds\\W*$");

    private static final Cues BODY = Cues.of(
            List.of(
                    "promo",
                    "code",
                    " off",
                    "free ",
                    "dot ",
                    ".co",
                    ".example",
                    ".org",
                    ".net",
                    ".io",
                    ".fm",
                    "terms ",
                    "money",
                    "checkout",
                    "link ",
                    "cancel ",
                    "enter "),
            "promo ?code",
            "(?:use|with|enter|using|that's|offer|discount|coupon) (?:the |my |our |promo |offer |discount |coupon )?codes?\\b",
            "\\b(?:percent|%) off\\b",
            "\\bfree (?:trial|shipping|month|gift|quote)\\b",
            "\\bdot (?:com|example|org|net|io|fm|co)\\b",
            "(?:head|go|visit|over|check them out|learn more|sign up|find out more)[^.]{0,25}(?: to| at| over to)? [\\w-]+\\.(?:com|example|org|net|io|fm|co)\\b",
            "\\b[\\w-]+\\.(?:com|example|io|fm|co)(?: slash |/)\\w+",
            "terms (?:and conditions )?apply",
            "money.back guarantee",
            "at checkout",
            "link (?:is )?in the (?:show notes|description|episode)",
            "\\bcancel any ?time\\b",
            "\\benter [A-Z]{4,}\\b");

    private static final Cues ENDS = Cues.of(
            List.of("back"),
            "\\bwe'?re back\\b",
            "\\b(?:and )?now,? back to\\b",
            "\\bback to (?:the|our|this) (?:show|episode|interview|conversation|program|story)\\b",
            "\\bwelcome back\\b",
            "\\blet'?s get back\\b",
            "\\bafter the break\\b.*\\bback\\b");

    /** One such sign is enough; its words are among those of the body. */
    private static final Pattern AT_CHECKOUT =
            Pattern.compile("\\b(?:promo|offer|discount|coupon) code\\b|\\bat checkout\\b", Pattern.CASE_INSENSITIVE);

    private static final int LOOK_AHEAD = 12;
    private static final int LONGEST_SEGMENT = 40;
    private static final int GAP = 4;

    private Adverts() {}

    static Pattern phrases(String... phrases) {
        return Pattern.compile(String.join("|", phrases), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<Turn> marked(List<Turn> turns) {
        var marking = Marking.of(turns);
        var lines = marking.lines();
        markAdverts(lines);
        lines.removeIf(SpokenLine::isBreak);
        Greetings.mark(lines);
        return marking.turns();
    }

    private static void markAdverts(List<SpokenLine> lines) {
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (SEGMENT.in(line.text)) {
                int end = segmentEnd(lines, at);
                for (int ad = at; ad < end; ad++) {
                    lines.get(ad).kind = Kind.AD;
                }
                at = end - 1;
            } else if (BEGINS.in(line.text)) {
                int last = lastLine(lines, at);
                for (int ad = at; ad <= last; ad++) {
                    lines.get(ad).kind = Kind.AD;
                }
                at = last;
            } else if (line.kind == Kind.SPEECH && isSelling(line.text)) {
                line.kind = Kind.AD;
            }
        }
    }

    /** Up to where the transcript notes a break, else to the second heading: the first is the advert's own. Else the advert's cues decide. */
    private static int segmentEnd(List<SpokenLine> lines, int begin) {
        int second = -1;
        int headings = 0;
        for (int at = begin + 1; at < lines.size() && at <= begin + LONGEST_SEGMENT; at++) {
            if (lines.get(at).isBreak()) {
                return at;
            }
            headings += lines.get(at).isHeading() ? 1 : 0;
            second = second < 0 && headings == 2 ? at : second;
        }
        if (second > 0) {
            return second;
        }
        return lastLine(lines, begin) + 1;
    }

    /** Whether the sentence has the words of an advert. */
    static boolean sells(String text) {
        return BEGINS.in(text) || BODY.in(text);
    }

    private static boolean isSelling(String text) {
        if (!BODY.mayBeIn(text)) {
            return false;
        }
        var body = BODY.pattern().matcher(text);
        int signs = 0;
        while (body.find()) {
            signs++;
        }
        return signs > 1 || AT_CHECKOUT.matcher(text).find();
    }

    /** The advert goes on while it sells, names its sponsor, or until somebody says that the show is back. */
    private static int lastLine(List<SpokenLine> lines, int begin) {
        var sponsor = sponsor(lines.get(begin).text);
        int last = begin;
        for (int at = begin + 1; at < lines.size() && at <= begin + LOOK_AHEAD; at++) {
            var text = lines.get(at).text;
            if (lines.get(at).isBreak()) {
                return at - 1;
            }
            if (ENDS.in(text)) {
                lines.get(at).kind = Kind.INTRO;
                return at - 1;
            }
            boolean sells = sells(text)
                    || !sponsor.isEmpty() && text.toLowerCase(Locale.ROOT).contains(sponsor);
            if (sells && at - last <= GAP) {
                last = at;
            }
        }
        return last;
    }

    private static String sponsor(String text) {
        var after = Pattern.compile(
                        "(?:by|from|sponsors?,?|thank|to) (?:our (?:friends|sponsors?)(?: at)?,? )?(\\p{Lu}[\\w-]{2,})")
                .matcher(text);
        return after.find() ? after.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
