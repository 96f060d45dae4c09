package topfive.processor.insight;

import java.util.List;
import topfive.contract.Insight;
import topfive.contract.Span;

/**
 * A claim proposed by the extractor: one to three sentences that stand together in one block and can be read alone.
 *
 * @param spans where it stands, in text order; one per piece of the text
 * @param text the words of the spans without Markdown marks and backslash escapes; "…" at its beginning says that the sentence began earlier,
 *     between two pieces that something was left out
 * @param context the sentences around it; empty strings where there are none
 * @param speaker null where unknown, and always null in an article
 * @param startMs milliseconds into the recording, null where unknown
 */
public record Passage(
        List<Span> spans, String text, Insight.Context context, String speaker, Long startMs, Insight.Quality quality) {
    public static final String CUT = "…";

    public Passage {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("a passage without text");
        }
    }
}
