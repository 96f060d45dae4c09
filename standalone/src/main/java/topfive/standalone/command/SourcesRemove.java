package topfive.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;

/** {@code topfive sources remove}. */
@Command(name = "remove", description = "Takes a source out of topfive.yml; what it said already stays.")
final class SourcesRemove implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() {
        var file = SourcesFile.of(setup);
        var gone = file.named(id);
        var after = file.sources().stream().filter(source -> source != gone).toList();
        file.write(file.text().without(id), after);
        setup.surroundings().out().println(gone.id() + "  " + gone.kind() + "  " + gone.url());
        file.tell("removed from " + file.path());
        return Exit.OK;
    }
}
