package topfive.ingest.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;

/**
 * An article as plain text or Markdown. Blank lines divide paragraphs; where there are none, each line is one. Nothing is dropped: what
 * looks like a heading, a byline or a label is marked as a heading, so that no claim is looked for in it.
 */
public final class PlainText {
    private static final int HEADING = 120;
    private static final int WRAPPED = 100;
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern ITEM = Pattern.compile("^(?:[-*+•]|\\d{1,2}[.)])\\s+(?=\\S)");
    private static final Pattern QUOTE = Pattern.compile("^>\\s*");
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("[.!?:;,…][\"”’'»)\\]*_]*$");
    private static final Pattern TABLE_RULE = Pattern.compile("^[|\\s:-]+$");

    private PlainText() {}

    public static Reading read(String text, Languages languages, String saidLanguage) {
        var paragraphs = paragraphs(text);
        var whole = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        return new Reading(
                title(paragraphs),
                "",
                "",
                "",
                Optional.empty(),
                languages.of(whole, saidLanguage),
                Quality.FULL,
                false,
                new Reading.Written(paragraphs),
                List.of());
    }

    private static String title(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .limit(1)
                .filter(first -> first.kind() == Kind.HEADING)
                .map(Paragraph::text)
                .findFirst()
                .orElse("");
    }

    static List<Paragraph> paragraphs(String text) {
        var found = new ArrayList<Paragraph>();
        var visible =
                Tidy.visible(text).replace("\r\n", "\n").replace('\r', '\n').strip();
        boolean blankLines = visible.contains("\n\n") || visible.matches("(?s).*\\n[ \\t]+\\n.*");
        for (var chunk : visible.split(blankLines ? "\\n\\s*\\n" : "\\n")) {
            var lines = Arrays.stream(chunk.split("\\n"))
                    .map(Tidy::line)
                    .filter(line -> !line.isEmpty() && !TABLE_RULE.matcher(line).matches())
                    .toList();
            if (isWrapped(lines)) {
                found.add(paragraph(String.join(" ", lines)));
            } else {
                lines.forEach(line -> found.add(paragraph(line)));
            }
        }
        return found;
    }

    /** Lines broken for a narrow page, rather than lines that each say something. */
    private static boolean isWrapped(List<String> lines) {
        return lines.size() > 1
                && lines.stream()
                        .allMatch(line -> line.length() <= WRAPPED
                                && !ITEM.matcher(line).find()
                                && !line.startsWith("#")
                                && !line.startsWith("|"))
                && lines.subList(0, lines.size() - 1).stream().allMatch(line -> line.length() >= 50)
                && lines.stream().anyMatch(line -> ENDS_A_SENTENCE.matcher(line).find());
    }

    private static Paragraph paragraph(String line) {
        var heading = MARKDOWN_HEADING.matcher(line);
        if (heading.matches()) {
            return new Paragraph(heading.group(1), Kind.HEADING);
        }
        if (QUOTE.matcher(line).find()) {
            return new Paragraph(QUOTE.matcher(line).replaceFirst(""), Kind.QUOTE);
        }
        if (line.startsWith("|")) {
            return new Paragraph(line, Kind.ITEM);
        }
        if (ITEM.matcher(line).find() && line.length() > 20) {
            return new Paragraph(ITEM.matcher(line).replaceFirst(""), Kind.ITEM);
        }
        boolean isShort =
                line.length() <= HEADING && !ENDS_A_SENTENCE.matcher(line).find();
        return new Paragraph(line, isShort ? Kind.HEADING : Kind.TEXT);
    }
}
