package topfive.ingest.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Tidy;

/** Marks what is said in chapters titled "Sponsor", "Intro", "Credits" and the like. A chapter that is too long to be one is not believed. */
public final class ByChapter {
    private static final Pattern AD = Pattern.compile(
            "(?:(?:our|today'?s|this week'?s|a) )?(?:sponsors?|ads?|ad break|adverts?|advertisements?|promos?|commercials?|(?:pre|mid|post)-?\\s?roll|sponsored(?: news| content| segment| message)?)(?: (?:message|segment|break|spot|\\d+))?"
                    + "|(?:sponsors?|sponsored by|brought to you by|sponsor break)\\b.{0,80}"
                    + "|(?:a )?(?:word|message) from (?:our|the) .{0,40}"
                    + "|.{0,80}\\((?:ad|sponsor|sponsored|advert)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FRAME = Pattern.compile(
            "(?:(?:the|show|episode|podcast|theme) )?(?:intro(?:duction)?|outro|opening|closing|credits|end credits|theme(?: music| song)?|sign[- ]?off|goodbyes?|welcome|housekeeping|wrap[- ]?up)(?: (?:music|credits|theme))?",
            Pattern.CASE_INSENSITIVE);

    private static final long LONGEST_AD_MS = 6 * 60_000;
    private static final long LONGEST_FRAME_MS = 3 * 60_000;

    /** What kind of talk a stretch of the recording is, up to a moment in milliseconds. */
    private record Stretch(long toMs, Kind kind) {}

    private ByChapter() {}

    /** Nothing that is marked already is unmarked; a turn without times stays as it is. */
    public static List<Turn> marked(List<Turn> turns, List<Chapter> chapters) {
        var stretches = stretches(chapters);
        if (stretches.isEmpty()) {
            return turns;
        }
        var marking = Marking.of(turns);
        for (var line : marking.lines()) {
            var moment = line.kind == Kind.SPEECH ? marking.middle(line) : null;
            var stretch = moment == null ? null : stretches.floorEntry(moment);
            if (stretch != null && moment < stretch.getValue().toMs()) {
                line.kind = stretch.getValue().kind();
            }
        }
        return marking.turns();
    }

    /** By the moment they begin at. The last chapter goes on to the end. */
    private static NavigableMap<Long, Stretch> stretches(List<Chapter> chapters) {
        var ordered = chapters.stream()
                .sorted(Comparator.comparingLong(Chapter::startMs))
                .toList();
        var stretches = new TreeMap<Long, Stretch>();
        for (int at = 0; at < ordered.size(); at++) {
            var chapter = ordered.get(at);
            boolean last = at + 1 == ordered.size();
            long until = last ? Long.MAX_VALUE : ordered.get(at + 1).startMs();
            kind(chapter.title(), last ? 0 : until - chapter.startMs())
                    .ifPresent(kind -> stretches.put(chapter.startMs(), new Stretch(until, kind)));
        }
        return stretches;
    }

    private static Optional<Kind> kind(String title, long lengthMs) {
        var words = Tidy.line(title).replaceAll("^[\\W\\d]+|[\\W]+$", "");
        if (AD.matcher(words).matches() && lengthMs <= LONGEST_AD_MS) {
            return Optional.of(Kind.AD);
        }
        return FRAME.matcher(words).matches() && lengthMs <= LONGEST_FRAME_MS
                ? Optional.of(Kind.INTRO)
                : Optional.empty();
    }
}
