package topfive.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import topfive.contract.Span;

/** A plain division into sentences, good enough to see where an advert ends or a long text may be cut. Claims are divided elsewhere. */
public final class Sentences {
    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:Mr|Mrs|Ms|Dr|St|vs|No|U\\.S|Inc|Co|Jr|Sr))[.!?…][\"”’)]*\\s+(?=[\"“‘(\\[]?[\\p{Lu}\\p{N}])");

    private Sentences() {}

    /** Spans of block 0, together covering the text but for the spaces between. */
    public static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        var matcher = END.matcher(text);
        int from = 0;
        while (matcher.find()) {
            int end = text.substring(from, matcher.end()).stripTrailing().length() + from;
            spans.add(new Span(0, from, end));
            from = matcher.end();
        }
        if (from < text.length()) {
            spans.add(new Span(0, from, text.length()));
        }
        return spans;
    }
}
