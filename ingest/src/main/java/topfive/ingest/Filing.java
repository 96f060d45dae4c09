package topfive.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Ids;
import topfive.contract.Source;
import topfive.ingest.text.Cut;
import topfive.ingest.text.Reading;

/** Makes a document of what was read: gives it its source, id, hash and the moment it was taken in. */
record Filing(Source source, Instant fetchedAt, boolean backlog, int revision) {
    static Filing of(Source source, Instant fetchedAt) {
        return new Filing(source, fetchedAt, false, 1);
    }

    /** @param identity guid or canonical address; "" stands for the content hash */
    Document file(Reading whole, String identity) {
        var reading = Cut.toLimit(whole);
        var hash = Ids.contentHash(reading.body().texts());
        var id = Ids.document(source.id(), identity.isEmpty() ? hash : identity);
        var published = reading.published().map(OffsetDateTime::toInstant).orElse(null);
        var url = reading.url().isEmpty() ? null : reading.url();
        var author = reading.author().isEmpty() ? null : reading.author();
        if (reading.body() instanceof Reading.Written written) {
            return new Article(
                    1,
                    id,
                    hash,
                    revision,
                    source,
                    url,
                    reading.title(),
                    author,
                    published,
                    fetchedAt,
                    reading.language(),
                    reading.quality(),
                    backlog,
                    reading.truncated(),
                    written.paragraphs());
        }
        var spoken = (Reading.Spoken) reading.body();
        return new Episode(
                1,
                id,
                hash,
                revision,
                source,
                url,
                reading.title(),
                author,
                published,
                fetchedAt,
                reading.language(),
                reading.quality(),
                backlog,
                reading.truncated(),
                spoken.audioUrl().isEmpty() ? null : spoken.audioUrl(),
                spoken.turns(),
                spoken.chapters());
    }
}
