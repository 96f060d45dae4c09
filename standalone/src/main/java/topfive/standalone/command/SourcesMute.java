package topfive.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;

/** {@code topfive sources mute}. */
@Command(name = "mute", description = "Keeps a source in topfive.yml, but fetches it no more.")
final class SourcesMute implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public Integer call() {
        return muted(SourcesFile.of(setup), id, true);
    }

    static int muted(SourcesFile file, String id, boolean mute) {
        var source = file.named(id);
        var word = mute ? "muted" : "unmuted";
        if (source.muted() == mute) {
            file.world().err().println(id + " is " + word + " already");
            return Exit.OK;
        }
        var after = file.sources().stream()
                .map(other -> other.id().equals(id) ? other.muted(mute) : other)
                .toList();
        file.write(file.text().setting(id, "muted", String.valueOf(mute)), after);
        file.tell(word + " " + id + " in " + file.path());
        return Exit.OK;
    }
}
