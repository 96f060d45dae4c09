package topfive.standalone.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import topfive.contract.Document;
import topfive.ingest.FilesAsDocuments;
import topfive.ingest.FilesAsDocuments.Outcome;
import topfive.ingest.OwnThread;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;

/**
 * What was given to try.
 *
 * @param failures one line for each file that could not be read
 * @param notes one line each for a person
 */
public record TrialInput(List<Document> documents, List<String> failures, List<String> notes) {
    private static final Set<String> ENDINGS =
            Set.of("html", "htm", "txt", "md", "json", "xml", "rss", "atom", "srt", "vtt", "eml");

    public TrialInput {
        documents = List.copyOf(documents);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** @param statements null where there are none */
    public static TrialInput read(Path here, List<Path> paths, Path statements, Instant now) {
        var files = new FilesAsDocuments(new CopyDesk(Languages.load(), new OwnThread()), now);
        var outcomes = new ArrayList<Outcome>();
        if (statements != null) {
            outcomes.add(files.statements(here.resolve(statements)));
        }
        paths.stream()
                .map(here::resolve)
                .flatMap(TrialInput::below)
                .map(files::read)
                .forEach(outcomes::add);
        return of(outcomes);
    }

    private static TrialInput of(List<Outcome> outcomes) {
        var documents = new ArrayList<Document>();
        var failures = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Read read) {
                documents.addAll(read.documents());
                read.notes().forEach(note -> notes.add(read.file() + ": " + note));
            } else if (outcome instanceof Outcome.Refused refused) {
                failures.add(refused.why());
            }
        }
        return new TrialInput(documents, failures, notes);
    }

    /** A file is itself; of a folder all files that could be meant, hidden ones not. */
    private static Stream<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var inside = Files.walk(path)) {
            return inside
                    .filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.of(path); // reading it says what is wrong with it
        }
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(".")
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
