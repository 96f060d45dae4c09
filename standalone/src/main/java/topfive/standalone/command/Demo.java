package topfive.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder */
@Command(name = "demo", description = "Shows the sample day on an embedded broker, with its page.")
final class Demo implements Callable<Integer> {
    @Override
    public Integer call() {
        return 1;
    }
}
