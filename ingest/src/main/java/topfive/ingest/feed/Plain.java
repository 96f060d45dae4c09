package topfive.ingest.feed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Tidy;

/** What is left of a title or a name when markup, and what was escaped once too often, is taken off. */
final class Plain {
    private static final Pattern HIDDEN =
            Pattern.compile("<(script|style)\\b[^>]*>.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Only what is an element of HTML: "the &lt;canvas-like&gt; thing" and "a &lt; b" are words. */
    private static final Pattern ELEMENT = Pattern.compile(
            "</?(?:a|abbr|acronym|b|big|blockquote|body|br|center|cite|code|dd|del|dfn|div|dl|dt|em|embed|figure|font|form|h[1-6]|hr|html|i|iframe"
                    + "|img|ins|kbd|li|mark|nobr|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u"
                    + "|ul|var|video|wbr)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BREAKS =
            Pattern.compile("</?(?:br|p|div|li|td|h[1-6])\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\(([^()]+)\\)");
    private static final Pattern NAME_AND_MAIL = Pattern.compile("([^(<]+)[(<]\\S+@\\S+[)>]");
    private static final int LONGEST = 4000;

    private Plain() {}

    static String title(String html) {
        var text = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        // written once as HTML, perhaps escaped a second time by who made the feed
        for (int time = 0; time < 2; time++) {
            text = ELEMENT.matcher(
                            BREAKS.matcher(HIDDEN.matcher(text).replaceAll(" ")).replaceAll(" "))
                    .replaceAll("");
            if (ENTITY.matcher(text).find()) {
                text = Parser.unescapeEntities(text, false);
            }
        }
        return Tidy.line(ELEMENT.matcher(text).replaceAll(""));
    }

    static String name(String author) {
        var text = Tidy.line(author);
        if (text.length() > 500) {
            return "";
        }
        for (var pattern : List.of(MAIL_AND_NAME, NAME_AND_MAIL)) {
            var matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return title(matcher.group(1));
            }
        }
        return text.contains("@") && !text.contains(" ") ? "" : title(text);
    }

    static String longest(String summary, List<String> contents, List<String> others) {
        var best = summary;
        int most = letters(summary);
        for (var text : Stream.concat(contents.stream(), others.stream()).toList()) {
            int letters = letters(text);
            if (letters > most) {
                best = text;
                most = letters;
            }
        }
        return best;
    }

    /** Outside of tags. */
    private static int letters(String html) {
        int count = 0;
        boolean inTag = false;
        for (int at = 0; at < html.length(); at++) {
            char c = html.charAt(at);
            inTag = c == '<' || inTag && c != '>';
            count += inTag || Character.isWhitespace(c) ? 0 : 1;
        }
        return count;
    }
}
