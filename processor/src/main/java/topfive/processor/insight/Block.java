package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;

/**
 * A block of a document that may hold claims, with its sentences.
 *
 * @param index where it stands in {@link Document#texts}
 * @param turn what was said, null in an article
 * @param asked the question that it answers, null where it answers none
 */
record Block(int index, String text, List<Sentence> sentences, Episode.Turn turn, Asked asked) {
    /** Whether the answer to the question begins with this sentence. */
    boolean answersWith(int sentence) {
        return asked != null && asked.answer() == sentence;
    }

    boolean isSpeech() {
        return turn != null;
    }

    /** Headings hold no claim, nor do adverts, openings and closings of an episode. */
    static List<Block> of(Document document) {
        var blocks = new ArrayList<Block>();
        if (document instanceof Article article) {
            for (int i = 0; i < article.paragraphs().size(); i++) {
                var paragraph = article.paragraphs().get(i);
                if (paragraph.kind() != Article.Kind.HEADING) {
                    var sentences = Sentences.of(paragraph.text());
                    var before = i == 0 ? "" : article.paragraphs().get(i - 1).text();
                    blocks.add(new Block(i, paragraph.text(), sentences, null, Asked.of(i, sentences, before)));
                }
            }
        }
        if (document instanceof Episode episode) {
            for (int i = 0; i < episode.turns().size(); i++) {
                var turn = episode.turns().get(i);
                if (turn.kind() == Episode.Kind.SPEECH) {
                    blocks.add(new Block(i, turn.text(), RunOns.split(Sentences.of(turn.text())), turn, null));
                }
            }
        }
        return List.copyOf(blocks);
    }
}
