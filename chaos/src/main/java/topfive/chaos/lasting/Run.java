package topfive.chaos.lasting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Option;
import topfive.chaos.Folders;
import topfive.chaos.Journal;

/** What all runs have in common: a seed, a raw log with its summary, a folder, and a list of what was not as it must be. */
final class Run {
    @Option(names = "--seed", description = "whatever is random is made of it")
    long seed = 1;

    @Option(names = "--out", description = "where the raw log and its summary go")
    Path out = Path.of("chaos/target/runs");

    @Option(
            names = "--work",
            description = "where the processes have their folders; a temporary one is removed where all was well")
    Path work;

    interface Play {
        void on(Stage stage) throws Exception;
    }

    /** @return 0 where nothing was wrong, else 1 */
    int play(String name, Play play) throws Exception {
        var folder =
                (work == null ? Files.createTempDirectory("chaos") : Files.createDirectories(work)).toAbsolutePath();
        var file = name + "-seed-" + seed;
        try (var journal = Journal.in(out.resolve(file + ".jsonl"))) {
            var stage = new Stage(journal, folder, seed);
            stage.put("seed", seed);
            stage.put("processors", Runtime.getRuntime().availableProcessors());
            journal.say("begin", "run", name, "seed", seed);
            try {
                play.on(stage);
            } catch (TimeoutException e) {
                stage.wrong("stuck: " + e.getMessage());
            }
            stage.put("seconds", journal.now() / 1000);
            stage.put("wrong", stage.wrong());
            journal.summary(out.resolve(file + ".json"), stage.figures());
            Folders.deleteOrKeep(folder, stage.wrong().isEmpty() && work == null);
            System.out.println(
                    stage.wrong().isEmpty()
                            ? "all as it must be"
                            : stage.wrong().size() + " things are wrong, see " + folder);
            return stage.wrong().isEmpty() ? 0 : 1;
        }
    }
}
