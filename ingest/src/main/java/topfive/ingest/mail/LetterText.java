package topfive.ingest.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topfive.contract.Article.Paragraph;
import topfive.ingest.article.PlainText;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;

/** The plain text of a newsletter: without the addresses that stand in for its links, its rulers and its signature. */
final class LetterText {
    private static final Pattern LINK =
            Pattern.compile("\\s{0,3}[<(\\[]\\s{0,3}https?://[^\\s<>)\\]]{1,2000}\\s{0,3}[>)\\]]");
    private static final Pattern BARE = Pattern.compile("\\W{0,5}(?:https?://|www\\.)\\S{1,2000}\\W{0,5}");
    private static final Pattern RULER = Pattern.compile("[\\s*=_~#.+·•-]{3,200}");
    private static final Pattern PICTURE =
            Pattern.compile("\\s*(?:\\[(?:image|cid):[^\\]]{0,300}\\]|view image:?)\\s*", Pattern.CASE_INSENSITIVE);

    private LetterText() {}

    static List<Paragraph> paragraphs(String text, Languages languages) {
        var cleaned = text.lines()
                .takeWhile(line -> !line.equals("-- ")) // RFC 3676: a signature begins
                .map(LetterText::line)
                .collect(Collectors.joining("\n"));
        return cleaned.isBlank()
                ? List.of()
                : ((Reading.Written) PlainText.read(cleaned, languages, "en").body())
                        .paragraphs().stream()
                                .filter(paragraph -> !paragraph.text().isBlank())
                                .toList();
    }

    private static String line(String line) {
        boolean nothing = BARE.matcher(line.strip()).matches()
                || RULER.matcher(line).matches()
                || PICTURE.matcher(line).matches();
        return nothing ? "" : LINK.matcher(line).replaceAll("").stripTrailing();
    }
}
