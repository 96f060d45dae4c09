package topfive.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import topfive.contract.Document;
import topfive.ingest.FilesAsDocuments;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;

/** The written sample day: its pages, and the documents that ingest makes of them. Run from the repository's root. */
final class SampleDay {
    private static final Path WEB = Path.of("samples/2026-10-14/web");
    private static final Instant EVENING = Instant.parse("2026-10-14T18:00:00Z");

    private SampleDay() {}

    static List<String> pages() throws IOException {
        try (var files = files()) {
            return files.map(SampleDay::text).toList();
        }
    }

    static List<Document> documents() throws IOException {
        var files = new FilesAsDocuments(new CopyDesk(Languages.load()), EVENING);
        try (var pages = files()) {
            return pages.map(files::read).flatMap(SampleDay::documents).toList();
        }
    }

    private static Stream<Document> documents(FilesAsDocuments.Outcome outcome) {
        return outcome instanceof FilesAsDocuments.Outcome.Read read ? read.documents().stream() : Stream.of();
    }

    private static Stream<Path> files() throws IOException {
        if (!Files.isDirectory(WEB)) {
            throw new IOException(WEB.toAbsolutePath() + " is missing: run this from the root of the repository");
        }
        return Files.walk(WEB).filter(file -> file.toString().endsWith(".html")).sorted();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
