package topfive.ingest.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A WebVTT file, read step by step as the standard's parser does (W3C WebVTT, section 6.1 "WebVTT file parsing"). Where a cue stands on the
 * screen (settings, regions, style sheets) is nothing that is said: those are passed over, and passing them over never changes which cues there are.
 *
 * @param signed whether it begins as every WebVTT file must; without it there are no cues
 * @param cues in the order of the file, times in milliseconds, text raw; an end may lie before its start, the standard lets it
 */
public record WebVtt(boolean signed, List<Cue> cues) {
    private static final String SIGNATURE = "WEBVTT";
    private static final String ARROW = "-->";

    public WebVtt {
        cues = List.copyOf(cues);
    }

    /** WebVTT is UTF-8 whatever else is said; malformed bytes become U+FFFD. */
    public static WebVtt of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    public static WebVtt of(String text) {
        var lines = lines(text);
        return isSignature(lines[0]) ? new WebVtt(true, new Blocks(lines).cues()) : new WebVtt(false, List.of());
    }

    private static String[] lines(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace('\0', '\uFFFD')
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .split("\n", -1);
    }

    private static boolean isSignature(String line) {
        return line.equals(SIGNATURE) || line.startsWith(SIGNATURE + " ") || line.startsWith(SIGNATURE + "\t");
    }

    /** The lines below the signature, block by block. */
    private static final class Blocks {
        private final String[] lines;
        private int at = 1;

        private Blocks(String[] lines) {
            this.lines = lines;
        }

        private List<Cue> cues() {
            var cues = new ArrayList<Cue>();
            if (at < lines.length && !lines[at].isEmpty()) {
                header();
            }
            skipEmpty();
            while (at < lines.length) {
                block().ifPresent(cues::add);
                skipEmpty();
            }
            return cues;
        }

        private void skipEmpty() {
            while (at < lines.length && lines[at].isEmpty()) {
                at++;
            }
        }

        /** A line with an arrow ends the header and belongs to the first cue. */
        private void header() {
            while (at < lines.length && !lines[at].isEmpty() && !lines[at].contains(ARROW)) {
                at++;
            }
        }

        /**
         * A cue is a block whose first or second line holds an arrow between two times; a line before it is the cue's name, "NOTE" or
         * "STYLE" too. A later arrow begins the next block, even where the first one was no good.
         */
        private Optional<Cue> block() {
            var id = "";
            Optional<CueTimes> times = Optional.empty();
            var said = new ArrayList<String>();
            boolean arrow = false;
            for (int count = 1; at < lines.length && !lines[at].isEmpty(); count++) {
                var line = lines[at];
                if (!line.contains(ARROW)) {
                    said.add(line);
                } else if (count == 1 || count == 2 && !arrow) {
                    arrow = true;
                    times = CueTimes.of(line);
                    id = String.join("\n", said);
                    said.clear();
                } else {
                    break;
                }
                at++;
            }
            var name = id;
            return times.map(found -> new Cue(name, found.startMs(), found.endMs(), "", String.join("\n", said)));
        }
    }
}
