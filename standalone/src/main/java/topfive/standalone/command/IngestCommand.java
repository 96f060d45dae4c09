package topfive.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.ingest.Subscription;
import topfive.standalone.Exit;
import topfive.standalone.config.Configuration;
import topfive.standalone.look.DryRun;
import topfive.standalone.look.OneHarvest;

/** {@code topfive ingest}: one-off, and harmless to repeat: the same document twice is one document. */
@Command(
        name = "ingest",
        description = "Takes in files, a feed, a page or a pushed document, once.",
        subcommands = PushCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class IngestCommand {

    @Command(name = "file", description = "Pages, texts, transcripts, feeds, newsletters from disk.")
    int file(
            @Mixin Setup setup,
            @Mixin Dry dry,
            @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.") List<Path> paths) {
        var here = setup.surroundings().here();
        var whole = paths.stream()
                .map(path -> here.resolve(path).normalize())
                .distinct()
                .toList();
        var sources = whole.stream()
                .map(path ->
                        subscription(name(path, whole), path.toString(), Files.isDirectory(path) ? "folder" : "file"))
                .toList();
        return take(setup, dry, sources);
    }

    /** A file is called by its name, and by its whole path where two have the same. */
    private static String name(Path path, List<Path> all) {
        var own = path.getFileName();
        boolean alone = all.stream()
                        .filter(other -> Objects.equals(other.getFileName(), own))
                        .count()
                == 1;
        return own != null && alone ? own.toString() : path.toString();
    }

    @Command(name = "feed", description = "All items of a feed.")
    int feed(@Mixin Setup setup, @Mixin Dry dry, @Parameters(paramLabel = "URL") String url) {
        return take(setup, dry, List.of(subscription(id(url), url, "feed")));
    }

    @Command(name = "url", description = "One page.")
    int url(@Mixin Setup setup, @Mixin Dry dry, @Parameters(paramLabel = "URL") String url) {
        return take(setup, dry, List.of(subscription(id(url), url, "page")));
    }

    static final class Dry {
        @Option(names = "--dry-run", description = "Only say what would be sent.")
        private boolean run;
    }

    private static int take(Setup setup, Dry dry, List<Subscription> sources) {
        Configuration configuration = setup.configuration();
        var world = setup.surroundings();
        var result = dry.run ? DryRun.of(sources, configuration, world) : OneHarvest.of(sources, configuration, world);
        result.lines().forEach(world.out()::println);
        result.failures().forEach(failure -> world.err().println("not taken: " + failure));
        return result.failures().isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private static Subscription subscription(String id, String url, String kind) {
        return new Subscription(id, id, url, kind, null, "");
    }

    /** The id names the source for good: the same address gives the same one. */
    private static String id(String url) {
        return url.replaceFirst("^https?://", "")
                .replaceAll("[^A-Za-z0-9.]+", "-")
                .chars()
                .limit(80)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
