package topfive.standalone;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for what is wrong, one for what to do; the stack only for those who ask. */
final class SayWhatIsWrong implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult arguments) {
        if (e instanceof Running.Stopped) {
            return Exit.OK;
        }
        var err = line.getErr();
        var refusal = e instanceof Refusal r ? r : unforeseen(e);
        err.println("topfive: " + refusal.getMessage());
        err.println("  to do: " + refusal.remedy());
        if (verbose(line)) {
            e.printStackTrace(err);
        }
        err.flush();
        return refusal.status();
    }

    private static Refusal unforeseen(Exception e) {
        var what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Refusal.failed(
                what.lines().findFirst().orElse(what), "run it again with --verbose to see where it happened", e);
    }

    private static boolean verbose(CommandLine line) {
        for (var command = line; command != null; command = command.getParent()) {
            var option = command.getCommandSpec().findOption("--verbose");
            if (option != null && Boolean.TRUE.equals(option.getValue())) {
                return true;
            }
        }
        return false;
    }
}
