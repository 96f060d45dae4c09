package topfive.chaos.lasting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.Run;
import topfive.chaos.Stage;

/** A disk of the broker, then one of the processor, is full. */
@Command(
        name = "disk",
        description =
                "Fills the disk of the broker by pushes, then that of the state; needs root to mount a small tmpfs.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Disk implements Callable<Integer> {
    @Mixin
    private final Run run = new Run();

    @Option(names = "--mebibytes", description = "size of the small disk; room is made by doubling it twice")
    private int mebibytes = 64;

    @Option(names = "--parts", description = "which of ${COMPLETION-CANDIDATES}", split = ",")
    private List<Part> parts = List.of(Part.values());

    private enum Part {
        BROKER,
        ALL,
        STATE
    }

    @Override
    public Integer call() throws IOException {
        return run.play("disk", stage -> {
            if (!canMount(stage)) {
                return;
            }
            if (parts.contains(Part.BROKER)) {
                FullLog.apart(stage, mebibytes);
            }
            if (parts.contains(Part.ALL)) {
                FullLog.allInOne(stage, mebibytes);
            }
            if (parts.contains(Part.STATE)) {
                FullState.on(stage, mebibytes);
            }
        });
    }

    private static boolean canMount(Stage stage) throws InterruptedException {
        Path folder = stage.folder().resolve("try");
        try (var mount = Mount.tmpfs(folder, 1)) {
            return mount.free() > 0;
        } catch (IOException e) {
            stage.leftOut("no tmpfs can be mounted here: " + e.getMessage());
            return false;
        }
    }
}
