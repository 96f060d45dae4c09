package topfive.standalone.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Reading;

/** A transcript as a person reads it: who says what when, what is marked as advert or opening, and what was odd about the file. */
final class ShownTurns {
    private ShownTurns() {}

    /** @param format what it was read as, in words */
    static String text(Reading reading, Reading.Spoken spoken, String format) {
        var text = new StringBuilder(head(reading, spoken.turns(), format));
        notes(reading, spoken).forEach(note -> text.append("! ").append(note).append('\n'));
        spoken.chapters()
                .forEach(chapter -> text.append("# ")
                        .append(clock(chapter.startMs()))
                        .append("  ")
                        .append(chapter.title())
                        .append('\n'));
        for (var turn : spoken.turns()) {
            text.append('\n').append(opening(turn)).append(turn.text()).append('\n');
        }
        return text.toString();
    }

    private static String head(Reading reading, List<Turn> turns, String format) {
        var title = reading.title().isEmpty() ? "" : reading.title() + "\n";
        long speakers = turns.stream()
                .map(Turn::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return title
                + String.format(
                        Locale.ROOT,
                        "%s, %s, %d turns, %d speakers%s, %d %% advert, %d %% opening and closing%n",
                        format,
                        reading.language(),
                        turns.size(),
                        speakers,
                        end(turns),
                        share(turns, Kind.AD),
                        share(turns, Kind.INTRO));
    }

    private static String end(List<Turn> turns) {
        return turns.stream()
                .map(turn -> turn.endMs() == null ? turn.startMs() : turn.endMs())
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(last -> ", to " + clock(last))
                .orElse("");
    }

    private static long share(List<Turn> turns, Kind kind) {
        long all = turns.stream().mapToLong(turn -> turn.text().length()).sum();
        long some = turns.stream()
                .filter(turn -> turn.kind() == kind)
                .mapToLong(turn -> turn.text().length())
                .sum();
        return Math.round(100.0 * some / Math.max(1, all));
    }

    static List<String> notes(Reading reading, Reading.Spoken spoken) {
        var notes = new ArrayList<>(reading.notes());
        if (spoken.turns().stream().allMatch(turn -> turn.speaker() == null)) {
            notes.add("nobody is named: turns are parted by pauses and paragraphs");
        }
        if (spoken.turns().stream().allMatch(turn -> turn.startMs() == null)) {
            notes.add("no times: quotes cannot link to their second");
        }
        return notes;
    }

    private static String opening(Turn turn) {
        var line = new StringBuilder();
        line.append(turn.startMs() == null ? "" : clock(turn.startMs()) + "  ");
        line.append(turn.speaker() == null ? "" : turn.speaker() + "  ");
        line.append(turn.kind() == Kind.SPEECH ? "" : "[" + turn.kind().name().toLowerCase(Locale.ROOT) + "]  ");
        return line.isEmpty() ? "" : line.toString().strip() + "\n";
    }

    /** {@code 0:12} or {@code 1:02:03}. */
    private static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
