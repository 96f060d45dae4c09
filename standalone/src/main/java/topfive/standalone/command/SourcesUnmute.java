package topfive.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code topfive sources unmute}. */
@Command(name = "unmute", description = "Fetches a muted source again.")
final class SourcesUnmute implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() {
        return SourcesMute.muted(SourcesFile.of(setup), id, false);
    }
}
