package topfive.standalone.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.trial.Trial;
import topfive.standalone.trial.TrialInput;

/** {@code topfive try}: the five of some files, without a broker. */
@Command(name = "try", description = "Prints the five of some files; no broker, no network.")
final class TryIt implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Pages, texts, feeds, transcripts, newsletters, pushed documents; of a folder all its files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--statements",
            paramLabel = "FILE",
            description = "A title line, then one statement per line: each is one document from a source of its own.")
    private Path statements;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "The day that all of it counts for; else the latest stated one, else today.")
    private LocalDate day;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Whose day it is; UTC unless said.")
    private ZoneId zone;

    @Mixin
    private Standards standards;

    @ArgGroup(exclusive = false)
    private Form form = new Form();

    @Override
    public Integer call() {
        var world = ((Root) command.root().userObject()).surroundings();
        if (paths.isEmpty() && statements == null) {
            throw Refusal.usage(
                    "nothing to try",
                    "name files or folders, or --statements FILE; e.g. topfive try samples/2026-10-14/web");
        }
        var input =
                TrialInput.read(world.here(), paths, statements, world.clock().instant());
        input.notes().forEach(world.err()::println);
        input.failures().forEach(failure -> world.err().println("not read: " + failure));
        if (input.documents().isEmpty()) {
            throw Refusal.failed(
                    "no input could be read", "try takes .html, .txt, .md, .json, .xml, .srt, .vtt and .eml files");
        }
        return print(
                Trial.of(
                        input.documents(),
                        day,
                        zone,
                        standards.rules(world.here()),
                        standards.taxonomy(world.here()),
                        world.clock().instant()),
                world);
    }

    private int print(Trial trial, Surroundings world) {
        form.print(trial, world);
        return trial.edition().insights().isEmpty() ? Exit.NOTHING : Exit.OK;
    }
}
