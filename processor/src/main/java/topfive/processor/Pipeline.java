package topfive.processor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.choose.Told;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.insight.Extractor;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;
import topfive.processor.read.DocumentReader;

/**
 * The whole way from documents to an edition in one thread, without Kafka: the same functions in the same order as
 * {@link InsightTopology}, which gives the same bytes.
 */
public record Pipeline(DocumentReader reader, EditionOfDay.Desk desk) {
    /** With the extractor and the rules of this version; the edition also names what its claims were labelled by. */
    public static Pipeline with(Encoder encoder, Classifier classifier, Collection<String> languages, Day days) {
        return with(encoder, classifier, languages, days, Rules.CURRENT);
    }

    public static Pipeline with(
            Encoder encoder, Classifier classifier, Collection<String> languages, Day days, Rules given) {
        var reader = new DocumentReader(new Extractor(), encoder, classifier, Set.copyOf(languages), days);
        var rules = given.labelledBy(classifier.version());
        return new Pipeline(reader, new EditionOfDay.Desk("all", days, rules, encoder.id()));
    }

    /** The FINAL edition of a day, with nothing told before. */
    public EditionOfDay edition(Collection<? extends Document> documents, LocalDate day) {
        var readings =
                documents.stream().map(document -> reader.read(document, null)).toList();
        return edition(readings, day);
    }

    public EditionOfDay edition(List<Reading> readings, LocalDate day) {
        return edition(readings, day, List.of());
    }

    /**
     * @param readings those of this day, and those of the seven days before it: what they said word for word is not said anew
     * @param before what the last seven editions told
     */
    public EditionOfDay edition(List<Reading> readings, LocalDate day, List<Told> before) {
        var cells = new Cells(desk.rules());
        readings.forEach(cells::place);
        var said = cells.summaries(day, desk.days().closesAt(day));
        return EditionOfDay.of(desk, day, Edition.Status.FINAL, 1, said, before);
    }
}
