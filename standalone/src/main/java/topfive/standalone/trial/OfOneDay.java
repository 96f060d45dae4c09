package topfive.standalone.trial;

import java.time.Instant;
import java.time.LocalDate;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.processor.merge.Reading;

/** Whoever tries some files wants to see the five of all of them, old ones too. */
final class OfOneDay {
    private OfOneDay() {}

    static Document takenIn(Document document, Instant at) {
        if (document instanceof Article is) {
            return new Article(
                    is.schemaVersion(),
                    is.id(),
                    is.contentHash(),
                    is.revision(),
                    is.source(),
                    is.url(),
                    is.title(),
                    is.author(),
                    is.publishedAt(),
                    at,
                    is.language(),
                    is.quality(),
                    false,
                    is.truncated(),
                    is.paragraphs());
        }
        var is = (Episode) document;
        return new Episode(
                is.schemaVersion(),
                is.id(),
                is.contentHash(),
                is.revision(),
                is.source(),
                is.url(),
                is.title(),
                is.author(),
                is.publishedAt(),
                at,
                is.language(),
                is.quality(),
                false,
                is.truncated(),
                is.audioUrl(),
                is.turns(),
                is.chapters());
    }

    /** For this day, and however long ago it was published; only a language that is not read keeps it out. */
    static Reading counted(Reading reading, LocalDate day) {
        var setAside = "too-old".equals(reading.setAside()) ? null : reading.setAside();
        return new Reading(
                reading.documentId(),
                reading.contentHash(),
                reading.sourceId(),
                reading.fetchedAt(),
                day,
                reading.language(),
                setAside,
                false,
                reading.claims());
    }
}
