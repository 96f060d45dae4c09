package topfive.processor.read;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.insight.Extractor;
import topfive.processor.insight.Passage;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Origin;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/**
 * extract claims → embed → classify, for one document. A function of the document and of the newest closed day alone.
 *
 * @param languages what is read; everything else is counted and shown as not read
 */
public record DocumentReader(
        Extractor extractor, Encoder encoder, Classifier classifier, Set<String> languages, Day days) {
    private static final Duration OLD_ARTICLE = Duration.ofHours(72);
    private static final Duration OLD_EPISODE = Duration.ofDays(7);

    public DocumentReader {
        languages = Set.copyOf(languages);
    }

    /** @param closed the newest day whose fence stands before the document in its partition; null where there is none */
    public Reading read(Document document, LocalDate closed) {
        var ownDay = days.of(document);
        var late = closed != null && !ownDay.isAfter(closed);
        var day = late ? closed.plusDays(1) : ownDay;
        return new Reading(
                document.id(),
                document.contentHash(),
                document.source().id(),
                document.fetchedAt(),
                day,
                document.language(),
                setAside(document),
                late,
                claims(document, day));
    }

    private String setAside(Document document) {
        if (!languages.contains(document.language())) {
            return "language " + document.language();
        }
        if (document.backlog()) {
            return "backlog";
        }
        var old = document instanceof Episode ? OLD_EPISODE : OLD_ARTICLE;
        return Day.published(document).isBefore(document.fetchedAt().minus(old)) ? "too-old" : null;
    }

    private List<Claim> claims(Document document, LocalDate day) {
        if (!languages.contains(document.language())) {
            return List.of();
        }
        var passages = extractor.extract(document);
        var origin = passages.isEmpty() ? Origin.UNKNOWN : Origin.of(document);
        return passages.stream()
                .map(passage -> claim(document, passage, day, origin))
                .toList();
    }

    private Claim claim(Document document, Passage passage, LocalDate day, Origin origin) {
        var encoding = encoder.encodeWords(passage.text());
        var kinds = classifier.classify(passage.text(), encoding.whole());
        var first = passage.spans().get(0);
        var last = passage.spans().get(passage.spans().size() - 1);
        var insight = new Insight(
                1,
                Ids.insight(document.id(), document.contentHash(), first.block(), first.start(), last.end()),
                document.id(),
                document.contentHash(),
                document.source(),
                Clip.to(300, document.title()),
                document.url(),
                Link.to(document, passage),
                document.publishedAt(),
                document.fetchedAt(),
                day,
                document.language(),
                passage.text(),
                passage.spans(),
                passage.context(),
                Clip.to(120, passage.speaker()),
                passage.startMs(),
                kinds.topics(),
                kinds.themes(),
                passage.quality(),
                encoder.id());
        return new Claim(insight, Day.published(document), Vector.of(encoding.whole()), Words.of(encoding), origin);
    }
}
