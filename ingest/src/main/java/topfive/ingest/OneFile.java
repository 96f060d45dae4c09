package topfive.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import topfive.contract.Document;
import topfive.contract.Source;
import topfive.ingest.text.Reading;

/**
 * A file that is to be read.
 *
 * @param source whose file it is; empty where it is its own source
 * @param name what it is known by for good: its path within its folder; "" where only its content says
 * @param at when it counts as taken in
 * @param old whether something published then, or without a date, is no news
 */
record OneFile(Path path, Optional<Source> source, String name, Instant at, Predicate<Optional<Instant>> old) {
    static OneFile alone(Path path, Instant at) {
        return new OneFile(path, Optional.empty(), "", at, published -> false);
    }

    /** Without its ending. */
    String stem() {
        return path.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
    }

    /** @param otherwise what it is known by where its name says nothing; "" for its content */
    Document filed(Source from, Reading reading, String otherwise) {
        return filed(from, reading, reading.published(), name.isEmpty() ? otherwise : name);
    }

    /** @param identity what the file itself says that it is known by, e.g. the id of a feed's item */
    Document filed(Source from, Reading reading, Optional<OffsetDateTime> published, String identity) {
        boolean backlog = old.test(published.map(OffsetDateTime::toInstant));
        return new Filing(from, at, backlog, 1).file(reading, identity);
    }
}
