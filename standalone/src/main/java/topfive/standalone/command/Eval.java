package topfive.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.eval.IngestTasks;
import topfive.standalone.eval.InsightTasks;
import topfive.standalone.eval.MergeTasks;

/** {@code topfive eval}: one of our algorithms on labelled data; the scoring is somebody else's. */
@Command(name = "eval", description = "Runs one algorithm on a labelled data set.")
final class Eval implements Callable<Integer> {
    @Parameters(
            paramLabel = "TASK",
            description =
                    "articles, feeds, dates, vtt, sentences, stories, claims, pairs, match, topfive, classify or extract.")
    private String task;

    @Parameters(paramLabel = "INPUT", description = "File or folder.")
    private Path input;

    @Parameters(paramLabel = "OUTPUT", description = "File to write.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        if (IngestTasks.run(task, input, output)
                || InsightTasks.run(task, input, output)
                || MergeTasks.run(task, input, output)) {
            return Exit.OK;
        }
        throw Refusal.usage("there is no task " + task, "see: topfive eval --help");
    }
}
