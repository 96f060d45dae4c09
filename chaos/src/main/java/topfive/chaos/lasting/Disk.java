package topfive.chaos.lasting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--parts", description = "which of broker, all and state", split = ",")
    private List<String> parts = List.of("broker", "all", "state");

    @Override
    public Integer call() throws Exception {
        return run.play("disk", stage -> {
            if (!canMount(stage)) {
                return;
            }
            if (parts.contains("broker")) {
                FullLog.apart(stage, mebibytes);
            }
            if (parts.contains("all")) {
                FullLog.allInOne(stage, mebibytes);
            }
            if (parts.contains("state")) {
                FullState.on(stage, mebibytes);
            }
        });
    }

    private static boolean canMount(Stage stage) throws InterruptedException {
        Path folder = stage.folder().resolve("try");
        try (var mount = Mount.tmpfs(folder, 1)) {
            return mount.free() > 0;
        } catch (IOException e) {
            stage.put("leftOut", e.getMessage());
            stage.journal().say("left out: no tmpfs can be mounted here", "why", e.getMessage());
            return false;
        }
    }
}
