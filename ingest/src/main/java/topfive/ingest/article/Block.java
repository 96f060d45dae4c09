package topfive.ingest.article;

import java.util.regex.Pattern;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;

/**
 * A run of text between two block elements of a page.
 *
 * @param linked how much of the text is link text, 0 to 1
 */
record Block(String text, Kind kind, double linked) {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:;。！？][\"”’»)\\]]*$");

    boolean endsLikeASentence() {
        return SENTENCE_END.matcher(text).find();
    }

    /** What the block adds to a candidate: prose counts by its length, crumbs and link lists count against it. */
    double worth() {
        if (kind == Kind.HEADING) {
            return 0;
        }
        boolean prose =
                text.length() >= 80 && linked < 0.4 || text.length() >= 25 && linked < 0.3 && endsLikeASentence();
        return prose ? text.length() * (1 - linked) : -15 - text.length() * (0.3 + linked);
    }

    Paragraph paragraph() {
        return new Paragraph(text, kind);
    }
}
