package topfive.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Edition;
import topfive.dashboard.Digest;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/** {@code topfive digest preview}. */
@Command(name = "digest", description = "Writes the digest of a day.", synopsisSubcommandLabel = "COMMAND")
final class Digests {

    @Command(name = "preview", description = "Writes the digest as it would be sent: .html, .txt and .md.")
    int preview(
            @Mixin Setup setup,
            @Parameters(paramLabel = "DAY", arity = "0..1", description = "The latest unless said.") LocalDate day,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            defaultValue = ".",
                            description = "Where to; here unless said.")
                    Path out) {
        var configuration = setup.configuration();
        var edition = DayOrLatest.of(Broker.of(configuration).mustAnswer(), Optional.ofNullable(day));
        var folder = setup.surroundings().here().resolve(out).normalize();
        forms(edition, configuration.pageAddress()).forEach((ending, text) -> {
            var file = folder.resolve("topfive-" + edition.day() + ending);
            write(file, text);
            setup.surroundings().out().println(file);
        });
        return Exit.OK;
    }

    private static Map<String, String> forms(Edition edition, String url) {
        return new TreeMap<>(Map.of(
                ".html",
                Digest.html(edition, url),
                ".txt",
                Digest.text(edition, url),
                ".md",
                Digest.markdown(edition, url)));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw Refusal.failed("cannot write " + file + ": " + e.getMessage(), "name another folder with --out", e);
        }
    }
}
