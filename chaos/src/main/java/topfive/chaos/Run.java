package topfive.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Option;

/** What all runs have in common: a seed, a raw log with its summary, a folder, and a list of what was not as it must be. */
public final class Run {
    /** Where a part could not be tried here, and nothing was wrong with the others. */
    private static final int LEFT_OUT = 3;

    @Option(names = "--seed", description = "whatever is random is made of it")
    private long seed = 1;

    @Option(names = "--out", description = "where the raw log and its summary go")
    private Path out = Path.of("chaos/target/runs");

    @Option(
            names = "--work",
            description = "where the processes have their folders; a temporary one is removed where all was well")
    private Path work;

    private String prefix = "";

    /** What a scenario does. */
    public interface Play {
        void on(Stage stage) throws Exception;
    }

    public long seed() {
        return seed;
    }

    /** Called by {@code short}: with a name of its own beside the long runs. */
    public void brief(long seed, Path out) {
        this.seed = seed;
        this.out = out;
        this.prefix = "short-";
    }

    /**
     * Leaves a summary however the run ends.
     *
     * @return 0 where nothing was wrong, 3 where something was left out besides, else 1
     */
    public int play(String name, Play play) throws IOException {
        var folder =
                (work == null ? Files.createTempDirectory("chaos") : Files.createDirectories(work)).toAbsolutePath();
        var file = prefix + name + "-seed-" + seed;
        try (var journal = Journal.in(out.resolve(file + ".jsonl"))) {
            var stage = new Stage(journal, folder, seed);
            stage.put("seed", seed);
            stage.put("processors", Runtime.getRuntime().availableProcessors());
            journal.say("begin", "run", name, "seed", seed);
            try {
                play.on(stage);
            } catch (TimeoutException e) {
                stage.wrong("stuck: " + e.getMessage());
            } catch (Exception e) { // whatever it was, what was seen before is worth keeping
                e.printStackTrace();
                stage.wrong("failed: " + e);
            }
            stage.put("seconds", journal.now() / 1000);
            stage.put("wrong", stage.wrong());
            journal.summary(out.resolve(file + ".json"), stage.figures());
            Folders.deleteOrKeep(folder, stage.wrong().isEmpty() && work == null);
            return status(stage);
        }
    }

    private static int status(Stage stage) {
        if (!stage.wrong().isEmpty()) {
            System.out.println(stage.wrong().size() + " things are wrong, see " + stage.folder());
            return 1;
        }
        var leftOut = stage.figures().get(Stage.LEFT_OUT);
        System.out.println(leftOut == null ? "all as it must be" : "left out: " + leftOut);
        return leftOut == null ? 0 : LEFT_OUT;
    }
}
