package topfive.ingest.transcript;

import static topfive.ingest.transcript.Adverts.phrases;

import java.util.List;
import java.util.regex.Pattern;
import topfive.contract.Episode.Kind;
import topfive.ingest.text.Cues;

/** Marks what every episode says: the welcome, who is there, the thanks and the goodbye. */
final class Greetings {
    private static final Cues EVERY_TIME = Cues.of(
            List.of(
                    "welcome ",
                    "thank",
                    "your host",
                    "if you",
                    "you can ",
                    "please ",
                    "subscribe",
                    "follow us",
                    "find us",
                    "rate us",
                    "leave us",
                    "leave a",
                    "your podcasts",
                    "rate ",
                    "share ",
                    "see you ",
                    "that's ",
                    "that is ",
                    "produced",
                    "edited",
                    "mixed",
                    "engineered",
                    "sign up",
                    "until next"),
            "\\bwelcome (?:back )?to (?:the |another |this )?(?:\\w+ ){0,4}(?:show|podcast|episode|program)\\b",
            "\\bthank(?:s| you)(?: (?:so|very) much)?(?: all| everyone)? for (?:listening|tuning in|joining us|watching|having me)\\b",
            "\\b(?:i'm|i am|my name is) your host\\b",
            "\\bthank(?:s| you)(?: (?:so|very) much)? for (?:coming|being) (?:in|on|here|with us)\\b",
            "\\bif you(?:'ve)? (?:enjoyed|liked|like|enjoy)\\b.{0,80}\\b(?:subscribe|share|follow|review|tell)\\b",
            "\\byou can (?:hear|find|read) (?:more|us|our)\\b.{0,60}\\b(?:website|podcasts?|online|wherever)\\b",
            "\\bplease (?:tell|subscribe|share this|rate|review)\\b",
            "\\b(?:subscribe|follow us|find us|rate us|leave us|leave a)\\b.{0,60}\\b(?:podcasts?|review|wherever|apple|spotify|youtube|rating)\\b",
            "\\b(?:wherever|anywhere) you (?:get|listen to|find) your podcasts\\b",
            "\\b(?:rate|share) (?:and review )?(?:us|the show|this podcast|this episode)\\b",
            "\\bsee you (?:next (?:week|time)|tomorrow)\\b",
            "\\b(?:that's|that is) (?:it|all) for (?:today|this week|now|us|the show|tonight)\\b",
            "\\b(?:produced|edited|mixed|engineered) by\\b.{0,80}$",
            "\\bsign up for (?:our|the) newsletter\\b",
            "\\buntil next time\\b");

    /** In the first lines of an episode only: who is there, and how they do. */
    private static final Pattern OPENING = phrases(
            "\\b(?:i'm|i am|my name is|my name's) (?-i:\\p{Lu}\\w+)",
            "\\bthis is (?:the )?(?-i:(?:\\p{Lu}\\w+ ?){1,4})[,.]",
            "^(?:from|hello|hi|hey|good (?:morning|evening|afternoon)|evening|morning|what up)\\b.{0,100}$",
            "\\bwelcome (?:back )?to\\b",
            "\\bjoin(?:ing|ed)\\b.{0,30}\\b(?:me|us|by|today|now|as always|co-?host)\\b",
            "\\b(?:my|our|your) (?:co-?hosts?|hosts?|guests?)\\b",
            "\\bwith (?:me|us) (?:is|are|today|now|here|as always)\\b",
            "^(?:so |and |well,? |alright,? )?how(?:'s it going|'re you| are you| are things| have you been|'ve you been)\\b",
            "\\b(?:great|good|nice|happy|glad|excited|wonderful|pleasure) to (?:be here|be back|be on|have you|see you|meet you)\\b",
            "\\b(?:in|on) (?:this|today's|these)\\b.{0,30}\\b(?:episodes?|show|podcast)\\b",
            "\\bthis is (?:the|a) (?:show|podcast|place) (?:where|about|that|for)\\b",
            "\\blet's (?:get|jump|dive) (?:in|into|to|started|right)\\b.{0,30}$");

    /** In the last lines only: from the first of these on there is nothing but goodbyes, notices and plans. */
    private static final Pattern CLOSING = phrases(
            "\\b(?:that's|that is) (?:it|all|the news|our show|the show|a wrap|everything)\\b.{0,20}\\bfor (?:today|this|now|us|the show|tonight)\\b",
            "\\b(?:thank(?:s| you)|appreciate)\\b.{0,60}\\b(?:coming|joining|being (?:here|on|with)|having me|having us|listening|inviting|tuning in|watching|your time|(?:the|taking) time)\\b",
            "\\b(?:see|talk to|catch) (?:you|y'all)(?: guys| all| folks)?(?: again| all)? (?:next|soon|later|tomorrow|real soon|in the next)\\b",
            "\\bhave a (?:great|good|nice|wonderful|lovely) (?:week|weekend|day|night|evening|one|rest)\\b",
            "\\b(?:this|it)(?: has|'s| was| is)? (?:been )?(?:a |so |really |such a )?(?:awesome|fun|great|fantastic|amazing|wonderful|pleasure|much fun|lots of fun)\\b.{0,60}$",
            "\\b(?:end|out) of (?:our |the )?(?:time|show|episode|hour)\\b",
            "\\bbefore we (?:call it|go\\b|wrap|end\\b|let you go|close)",
            "\\b(?:people|folks|listeners|anybody|anyone|everyone)\\b.{0,60}\\b(?:reach out to|find|connect with|follow|get in touch with) you\\b",
            "^(?:alright,? |okay,? |so,? )?(?:good-?bye|bye|bye-bye|ciao|cheers|farewell)\\b.{0,25}$");

    private static final int FIRST_LINES = 6;
    /** The welcome may go on for as many sentences, as long as each few of them still introduce somebody. */
    private static final int LONGEST_OPENING = 30;

    private static final int OPENING_GAP = 4;
    private static final int LONGEST_CLOSING = 25;
    private static final int LONGEST = 300;

    private Greetings() {}

    static void mark(List<SpokenLine> lines) {
        for (var line : lines) {
            if (line.text.length() < LONGEST && EVERY_TIME.in(line.text)) {
                greets(line);
            }
        }
        markOpening(lines);
        markClosing(lines);
    }

    private static void markOpening(List<SpokenLine> lines) {
        int last = -1;
        for (int at = 0; at < Math.min((lines.size() + 2) / 3, LONGEST_OPENING); at++) {
            var line = lines.get(at);
            boolean near = last < 0 ? at < FIRST_LINES : at - last <= OPENING_GAP;
            if (near
                    && line.text.length() < LONGEST
                    && OPENING.matcher(line.text).find()) {
                for (int between = last < 0 ? at : last + 1; between <= at; between++) {
                    greets(lines.get(between));
                }
                last = at;
            }
        }
    }

    private static void markClosing(List<SpokenLine> lines) {
        int window = Math.min(LONGEST_CLOSING, lines.size() / 4);
        for (int at = lines.size() - window; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.kind != Kind.AD
                    && line.text.length() < LONGEST
                    && CLOSING.matcher(line.text).find()) {
                lines.subList(at, lines.size()).forEach(Greetings::greets);
                return;
            }
        }
    }

    private static void greets(SpokenLine line) {
        if (line.kind == Kind.SPEECH) {
            line.kind = Kind.INTRO;
        }
    }
}
