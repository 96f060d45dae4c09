package topfive.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Ids;
import topfive.contract.Source;

/** Documents that say again what a document says: elsewhere, later, or a little changed. */
record Copies(Source source, String url, Duration later, UnaryOperator<String> edit) {
    /** Under another address and id, dated so much later. */
    static Document again(Document document, Duration later, UnaryOperator<String> edit) {
        var url = "https://again.example/" + document.id();
        return new Copies(document.source(), url, later, edit).of(document);
    }

    /** On another site. */
    static Document on(String domain, Document document, UnaryOperator<String> edit) {
        var source = new Source(domain, domain, document.source().kind(), domain, "https://" + domain + "/");
        return new Copies(source, source.url() + document.id(), Duration.ZERO, edit).of(document);
    }

    private Document of(Document document) {
        return document instanceof Article article ? article(article) : episode((Episode) document);
    }

    private Document article(Article of) {
        var paragraphs = of.paragraphs().stream()
                .map(each -> new Article.Paragraph(edit.apply(each.text()), each.kind()))
                .toList();
        return new Article(
                1,
                Ids.document(source.id(), url),
                hash(paragraphs.stream().map(Article.Paragraph::text).toList()),
                1,
                source,
                url,
                of.title(),
                of.author(),
                later(of.publishedAt()),
                later(of.fetchedAt()),
                of.language(),
                of.quality(),
                of.backlog(),
                of.truncated(),
                paragraphs);
    }

    private Document episode(Episode of) {
        var turns = of.turns().stream()
                .map(each -> new Episode.Turn(
                        each.speaker(), each.startMs(), each.endMs(), edit.apply(each.text()), each.kind(), List.of()))
                .toList();
        return new Episode(
                1,
                Ids.document(source.id(), url),
                hash(turns.stream().map(Episode.Turn::text).toList()),
                1,
                source,
                url,
                of.title(),
                of.author(),
                later(of.publishedAt()),
                later(of.fetchedAt()),
                of.language(),
                of.quality(),
                of.backlog(),
                of.truncated(),
                of.audioUrl(),
                turns,
                of.chapters());
    }

    private Instant later(Instant instant) {
        return instant == null ? null : instant.plus(later);
    }

    private static String hash(List<String> texts) {
        return Ids.contentHash(texts);
    }
}
