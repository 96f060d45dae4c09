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
import topfive.processor.classify.Classification;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.Encoding;
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
        return reading(document, closed, claims(document, day(document, closed), true));
    }

    /** Its claims as words alone, which nothing resembles: for days that are past, of which only the words still count. */
    public Reading words(Document document, LocalDate closed) {
        return reading(document, closed, claims(document, day(document, closed), false));
    }

    /** Without its claims: enough to know what the document repeats or replaces. Costs next to nothing. */
    public Reading outline(Document document, LocalDate closed) {
        return reading(document, closed, List.of());
    }

    /** The day that it counts for. */
    public LocalDate day(Document document, LocalDate closed) {
        return isLate(document, closed) ? closed.plusDays(1) : days.of(document);
    }

    private boolean isLate(Document document, LocalDate closed) {
        return closed != null && !days.of(document).isAfter(closed);
    }

    private Reading reading(Document document, LocalDate closed, List<Claim> claims) {
        return new Reading(
                document.id(),
                document.contentHash(),
                document.source().id(),
                document.fetchedAt(),
                day(document, closed),
                document.language(),
                setAside(document),
                isLate(document, closed),
                claims);
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

    private List<Claim> claims(Document document, LocalDate day, boolean compared) {
        if (!languages.contains(document.language())) {
            return List.of();
        }
        var passages = extractor.extract(document);
        var origin = passages.isEmpty() ? Origin.UNKNOWN : Origin.of(document);
        return passages.stream()
                .map(passage -> claim(document, passage, day, origin, compared))
                .toList();
    }

    private Claim claim(Document document, Passage passage, LocalDate day, Origin origin, boolean compared) {
        var encoding = compared ? encoder.encodeWords(passage.text()) : new Encoding(new float[0], List.of());
        var kinds = compared
                ? classifier.classify(passage.text(), encoding.whole())
                : new Classification(List.of(), List.of());
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
