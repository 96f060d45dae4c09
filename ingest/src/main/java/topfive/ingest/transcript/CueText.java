package topfive.ingest.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Tidy;

/**
 * What a WebVTT cue says, by whom and from when: its text taken apart as the standard's tokenizer does (W3C WebVTT, section 6.4). Pronunciation
 * above the words ({@code <rt>}) is not said.
 */
final class CueText {
    private static final Set<String> KNOWN = Set.of("c", "i", "b", "u", "ruby", "v", "lang");

    /**
     * @param voice empty where no {@code <v Name>} is open
     * @param startMs of the {@code <00:00:01.000>} before it, null where there is none
     * @param text entities resolved, line breaks as in the file
     */
    record Said(Optional<String> voice, Long startMs, String text) {}

    private final String raw;
    private final List<Said> said = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<String> voices = new ArrayDeque<>();
    private int pronunciations;
    private Long moment;
    private int at;

    private CueText(String raw) {
        this.raw = raw;
    }

    static List<Said> of(String raw) {
        var text = new CueText(raw);
        while (text.at < raw.length()) {
            text.token();
        }
        return text.said;
    }

    private void token() {
        if (raw.charAt(at) == '<') {
            tag();
            return;
        }
        int end = raw.indexOf('<', at);
        int to = end < 0 ? raw.length() : end;
        say(Parser.unescapeEntities(raw.substring(at, to), false));
        at = to;
    }

    private void say(String text) {
        if (pronunciations == 0) {
            said.add(new Said(Optional.ofNullable(voices.peek()), moment, text));
        }
    }

    /** Up to the next ">", or to the end of the cue: a tag may be left open. */
    private void tag() {
        int end = raw.indexOf('>', at);
        var inside = raw.substring(at + 1, end < 0 ? raw.length() : end);
        at = end < 0 ? raw.length() : end + 1;
        if (inside.startsWith("/")) {
            close(inside.substring(1));
        } else if (!inside.isEmpty() && inside.charAt(0) >= '0' && inside.charAt(0) <= '9') {
            CueTimes.moment(inside).ifPresent(found -> moment = found);
        } else {
            open(inside);
        }
    }

    private void open(String inside) {
        int name = endOf(inside, 0, ". \t\f\n");
        var element = inside.substring(0, name);
        if (element.equals("rt") && "ruby".equals(open.peek())) {
            open.push(element);
            pronunciations++;
        } else if (KNOWN.contains(element)) {
            open.push(element);
        }
        if (element.equals("v")) {
            int classes = endOf(inside, name, " \t\f\n");
            voices.push(Tidy.line(Parser.unescapeEntities(inside.substring(classes), false)));
        }
    }

    /** Closes what was opened last, and nothing else; the end of a ruby closes its pronunciation too. */
    private void close(String name) {
        var current = open.peek();
        if ("rt".equals(current) && name.equals("ruby")) {
            pop();
            pop();
        } else if (name.equals(current)) {
            pop();
        }
    }

    private void pop() {
        switch (open.pop()) {
            case "v" -> voices.pop();
            case "rt" -> pronunciations--;
            default -> {}
        }
    }

    private static int endOf(String text, int from, String ends) {
        int end = from;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
