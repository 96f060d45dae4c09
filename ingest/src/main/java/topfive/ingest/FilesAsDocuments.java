package topfive.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
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
import topfive.ingest.mail.MailFile;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/**
 * Files as documents, once and without a network: pages, texts, transcripts, feeds, newsletters, pushed documents and statements. The
 * content decides what a file is, not its name.
 */
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

        /**
         * @param reason a code, e.g. {@code missing}, {@code unreadable}, {@code too-large}, {@code no-text}
         * @param why one line: what, where, what to do
         */
        record Refused(Path file, String reason, String why, byte[] bytes) implements Outcome {}
    }

    /** Each file is its own source. */
    public Outcome read(Path file) {
        return guarded(file, bytes -> content(bytes, OneFile.alone(file, at)));
    }

    /** A file of a source; what it is known by does not change when its text does. */
    Outcome read(OneFile file) {
        return guarded(file.path(), bytes -> content(bytes, file), LinkOption.NOFOLLOW_LINKS);
    }

    /** A file's content as it was when it was read before. */
    Outcome read(OneFile file, byte[] bytes) {
        try {
            return content(bytes, file);
        } catch (Unreadable e) {
            return new Outcome.Refused(file.path(), e.reason(), e.getMessage(), bytes);
        }
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

    private static Outcome guarded(Path file, Reader reader, OpenOption... options) {
        byte[] bytes = new byte[0];
        try {
            if (Files.isDirectory(file)) {
                return new Outcome.Refused(
                        file,
                        "folder",
                        file + " is a folder; name its files, or subscribe to it as kind: folder",
                        bytes);
            }
            try (var in = Files.newInputStream(file, options)) {
                bytes = in.readNBytes(Limits.FEED + 1);
            }
            long size = Math.max(bytes.length, Files.size(file));
            if (size > limit(bytes)) {
                var why =
                        file + " has " + size / 1024 + " KiB; the limit is " + limit(bytes) / 1024 + " KiB: divide it";
                return new Outcome.Refused(file, "too-large", why, bytes);
            }
            return reader.read(bytes);
        } catch (Unreadable e) {
            var why = e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
            return new Outcome.Refused(file, e.reason(), why, bytes);
        } catch (NoSuchFileException e) {
            return new Outcome.Refused(file, "missing", file + " does not exist", bytes);
        } catch (IOException e) {
            return new Outcome.Refused(file, "unreadable", file + " cannot be read: " + reason(e), bytes);
        }
    }

    /** The system's exceptions carry the path alone where the rights are missing. */
    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "access denied" : e.getMessage();
    }

    /** A mail brings attachments, which are not decoded. */
    private static int limit(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.UTF_8);
        return FeedFile.isFeed(head) || MailFile.isMail(bytes) ? Limits.FEED : Limits.PUSH;
    }

    private Outcome.Read content(byte[] bytes, OneFile file) throws Unreadable {
        var read = new FileContent(desk, file).read(bytes);
        return new Outcome.Read(file.path(), read.documents(), read.notes());
    }
}
