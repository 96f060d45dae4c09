package topfive.ingest.transcript;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import topfive.ingest.text.Tidy;

/**
 * HTML transcripts: {@code <cite>Name:</cite><time>0:00</time><p>..</p>} and what sites make of it, turned into lines as {@link LabelledText}
 * reads them. What frames a page (menus, footers, scripts) is no line.
 */
final class HtmlTranscript {
    private static final Set<String> NOT_SAID = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "nav",
            "header",
            "footer",
            "aside",
            "form",
            "button",
            "select",
            "iframe",
            "head",
            "title");
    private static final Pattern SPEAKER =
            Pattern.compile("(?:^|[\\s_-])(?:speaker|speaker-?name)(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMESTAMP = Pattern.compile("time|stamp|\\bts\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?s?");
    private static final Pattern COLON = Pattern.compile("^\\s*[:–—-]\\s*");
    private static final int LONGEST_NAME = 60;

    private HtmlTranscript() {}

    /** In the order of the page; an empty line parts blocks. */
    static List<TextLine> lines(String html) {
        var walk = new Walk();
        Jsoup.parse(html).body().traverse(walk);
        walk.endBlock();
        return walk.lines;
    }

    /** Collects lines; a speaker or a time opens one, and what follows is said by them. */
    private static final class Walk implements NodeVisitor {
        private final List<TextLine> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private String speaker = "";
        private Long start;
        private Node skipped;

        @Override
        public void head(Node node, int depth) {
            if (skipped != null) {
                return;
            }
            if (node instanceof TextNode text) {
                line.append(text.getWholeText());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node == skipped) {
                skipped = null;
            } else if (skipped == null && node instanceof Element element && element.isBlock()) {
                endBlock();
            }
        }

        private void begin(Element element) {
            var name = element.normalName();
            if (NOT_SAID.contains(name) || element.hasAttr("hidden")) {
                skipped = element;
            } else if (isEmpty() && isSpeaker(element)) {
                speaker = Names.of(element.text());
                skipped = element;
            } else if (isTime(element)) {
                time(element);
                skipped = element;
            } else if (name.equals("br")) {
                endLine();
            } else if (element.isBlock()) {
                endBlock();
            }
        }

        private static boolean isSpeaker(Element element) {
            var name = element.normalName();
            boolean marked = name.equals("cite")
                    || name.equals("dt")
                    || SPEAKER.matcher(element.className()).find();
            boolean small = element.childrenSize() < 3
                    && element.children().stream().allMatch(child -> child.childrenSize() == 0);
            return marked
                    && small
                    && element.text().length() < LONGEST_NAME
                    && !Names.of(element.text()).isEmpty();
        }

        /** In the middle of a sentence a time is a word of it, unless it is marked as a time of the recording. */
        private boolean isTime(Element element) {
            if (element.childrenSize() > 0 || element.isBlock()) {
                return false;
            }
            var text = element.ownText().strip();
            boolean stated = element.normalName().equals("time");
            boolean apart = isEmpty()
                    || !bare(text).equals(text)
                    || TIMESTAMP.matcher(element.className()).find();
            return apart && (stated || Moments.isTime(bare(text)));
        }

        private void time(Element element) {
            var said = bare(element.text());
            var millis = Moments.isTime(said) ? Moments.millis(said) : stated(element.attr("datetime"), said);
            if (millis >= 0) {
                endLine();
                start = millis;
            }
        }

        /** Whether nothing stands on this line yet. */
        private boolean isEmpty() {
            return line.chars().allMatch(Character::isWhitespace);
        }

        private void endBlock() {
            endLine();
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).text().isEmpty()) {
                lines.add(TextLine.of(""));
            }
        }

        private void endLine() {
            var words = Tidy.line(line.toString());
            line.setLength(0);
            if (!speaker.isEmpty()) {
                words = COLON.matcher(words).replaceFirst("");
            }
            if (!words.isEmpty()) {
                lines.add(new TextLine(speaker, start, words));
                speaker = "";
                start = null;
            }
        }

        private static String bare(String text) {
            var time = text.strip();
            return time.length() > 2 && "[(".indexOf(time.charAt(0)) >= 0
                    ? time.substring(1, time.length() - 1).strip()
                    : time;
        }

        /** {@code <time datetime="PT1M2S">}, or a number of seconds; in milliseconds, -1 where it is neither. */
        private static long stated(String datetime, String said) {
            try {
                if (datetime.startsWith("PT")) {
                    return Duration.parse(datetime).toMillis();
                }
                return SECONDS.matcher(said).matches()
                        ? Math.round(Double.parseDouble(said.replace("s", "")) * 1000)
                        : -1;
            } catch (DateTimeException | ArithmeticException e) {
                return -1;
            }
        }
    }
}
