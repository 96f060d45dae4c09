package topfive.ingest.article;

import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;

/**
 * A run of text between two block elements of a page.
 *
 * @param linked how much of the text is link text, 0 to 1
 * @param links how many links end in it
 * @param bold whether all of it is bold or slanted
 * @param hints of the one inline element that holds nearly all of it, bits of {@link Hint}
 */
record Block(String text, Kind kind, double linked, int links, boolean bold, int hints, Box box, Words words) {

    boolean endsLikeASentence() {
        return words.ended();
    }

    /** What the block adds to a candidate: prose counts by its length, crumbs and link lists count against it. */
    double worth() {
        if (kind == Kind.HEADING) {
            return 0;
        }
        return isProse() ? words.size() * (1 - linked) : -15 - words.size() * (0.3 + linked);
    }

    boolean isProse() {
        return kind != Kind.HEADING
                && (words.size() >= 80 && linked < 0.4 || words.size() >= 25 && linked < 0.3 && endsLikeASentence());
    }

    Paragraph paragraph() {
        return new Paragraph(text, kind);
    }
}
