package topfive.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document;
import topfive.contract.Limits;
import topfive.contract.Source;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.push.Pushed;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Files as documents, once and without a network: pages, texts, transcripts, feeds, pushed documents and statements. */
public final class FilesAsDocuments {
    private final CopyDesk desk;
    private final Instant at;

    /** @param at when they count as taken in */
    public FilesAsDocuments(CopyDesk desk, Instant at) {
        this.desk = desk;
        this.at = at;
    }

    /** What became of a file. */
    public sealed interface Outcome {
        Path file();

        /** @param notes one line each for a person */
        record Read(Path file, List<Document> documents, List<String> notes) implements Outcome {
            public Read {
                documents = List.copyOf(documents);
                notes = List.copyOf(notes);
            }
        }

        /** @param why one line: what, where, what to do */
        record Refused(Path file, String reason, String why, byte[] bytes) implements Outcome {}
    }

    public Outcome read(Path file) {
        return read(file, Optional.empty());
    }

    /** @param source whose files these are; else each file is its own source */
    public Outcome read(Path file, Optional<Source> source) {
        return guarded(file, bytes -> content(file, bytes, source));
    }

    /** First line the title, then one statement per line: each is one document of one paragraph, from a source of its own. */
    public Outcome statements(Path file) {
        return guarded(file, bytes -> {
            var lines = Arrays.stream(CopyDesk.text(bytes, "", file.toString()).split("\\R"))
                    .map(Tidy::line)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() < 2) {
                throw new Unreadable(
                        "no-text", file + " has no statements; expected a title line, then one statement per line");
            }
            var documents = new ArrayList<Document>();
            for (int number = 1; number < lines.size(); number++) {
                documents.add(statement(number, lines.get(0), lines.get(number)));
            }
            return new Outcome.Read(file, documents, List.of());
        });
    }

    private Document statement(int number, String title, String text) {
        var name = "statement " + number;
        var source = new Source(name, name, "file", name, null);
        var body = new Reading.Written(List.of(new Paragraph(text, Kind.TEXT)));
        var language = desk.languages().of(text, "");
        var reading = new Reading(
                title,
                "",
                "",
                "",
                Optional.empty(),
                language.equals("und") ? "en" : language,
                Document.Quality.FULL,
                false,
                body,
                List.of());
        return Filing.of(source, at).file(reading, name);
    }

    private interface Reader {
        Outcome.Read read(byte[] bytes) throws Unreadable;
    }

    private static Outcome guarded(Path file, Reader reader) {
        byte[] bytes = new byte[0];
        try {
            long size = Files.size(file);
            if (Files.isDirectory(file)) {
                return new Outcome.Refused(
                        file,
                        "folder",
                        file + " is a folder; name its files, or subscribe to it as kind: folder",
                        bytes);
            }
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(Limits.FEED + 1);
            }
            if (size > limit(bytes)) {
                var why =
                        file + " has " + size / 1024 + " KiB; the limit is " + limit(bytes) / 1024 + " KiB: divide it";
                return new Outcome.Refused(file, "too-large", why, bytes);
            }
            return reader.read(bytes);
        } catch (Unreadable e) {
            var why = e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
            return new Outcome.Refused(file, e.reason(), why, bytes);
        } catch (IOException e) {
            var why = Files.exists(file) ? file + " cannot be read: " + e.getMessage() : file + " does not exist";
            return new Outcome.Refused(file, "unreadable", why, bytes);
        }
    }

    private static int limit(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.UTF_8);
        return FeedFile.isFeed(head) ? Limits.FEED : Limits.PUSH;
    }

    private Outcome.Read content(Path file, byte[] bytes, Optional<Source> source) throws Unreadable {
        var text = Encoding.decode(bytes, "");
        if (FeedFile.isFeed(text)) {
            return feed(file, text, source);
        }
        var start = text.stripLeading();
        if (start.startsWith("{") && start.contains("\"content\"") && !start.contains("\"segments\"")) {
            var pushed = Pushed.parse(start.getBytes(StandardCharsets.UTF_8));
            var reading = pushed.read(desk);
            var owner = source.orElseGet(() -> Reception.source(pushed));
            return new Outcome.Read(file, List.of(Filing.of(owner, at).file(reading, reading.url())), reading.notes());
        }
        var reading = desk.read(new CopyDesk.Copy(bytes, "", "", file.toString(), "", List.of(), false));
        var owner = source.map(given -> owned(given, reading)).orElseGet(() -> itself(file, reading));
        var named = reading.title().isEmpty() ? reading.filledFrom(stem(file), "", "", Optional.empty()) : reading;
        return new Outcome.Read(file, List.of(Filing.of(owner, at).file(named, named.url())), reading.notes());
    }

    private Outcome.Read feed(Path file, String text, Optional<Source> source) throws Unreadable {
        var feed = FeedFile.read(text, "");
        var owner = Owners.of(feed.link());
        var name = Tidy.line(feed.title());
        var from = source.orElseGet(() -> new Source(
                stem(file), name.isEmpty() ? stem(file) : name, "file", owner.isEmpty() ? stem(file) : owner, null));
        var documents = new ArrayList<Document>();
        var notes = new ArrayList<String>();
        for (var item : feed.items()) {
            var reading = item.cut() ? Optional.<Reading>empty() : ItemText.of(item, feed.language(), desk.languages());
            reading.ifPresent(found -> documents.add(Filing.of(from, at).file(found, ItemText.identity(item))));
        }
        if (!feed.whole()) {
            notes.add("the feed breaks off: " + documents.size() + " items read");
        }
        if (documents.isEmpty()) {
            throw new Unreadable("empty", file + " is a feed without items that have text");
        }
        return new Outcome.Read(file, documents, notes);
    }

    /** A folder may hold pages of many publishers: where no owner is configured, each page's own address tells. */
    private static Source owned(Source given, Reading reading) {
        var owner = Owners.of(reading.url());
        boolean configured = !given.owner().equals(given.id());
        return configured || owner.isEmpty()
                ? given
                : new Source(given.id(), given.name(), given.kind(), owner, given.url());
    }

    private static Source itself(Path file, Reading reading) {
        var owner = Owners.of(reading.url());
        var name = reading.site().isEmpty() ? owner.isEmpty() ? stem(file) : owner : reading.site();
        return new Source(stem(file), name, "file", owner.isEmpty() ? stem(file) : owner, null);
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
    }
}
