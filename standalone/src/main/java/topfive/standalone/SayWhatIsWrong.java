package topfive.standalone;

import java.util.Optional;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
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
        var refusal = denied(e).orElseGet(() -> e instanceof Refusal r ? r : unforeseen(e));
        err.println("topfive: " + refusal.getMessage());
        err.println("  to do: " + refusal.remedy());
        if (verbose(line)) {
            e.printStackTrace(err);
        }
        err.flush();
        return refusal.status();
    }

    /** Whichever command it was: what the brokers do not allow is for an administrator to change. */
    private static Optional<Refusal> denied(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException) {
                return Optional.of(
                        Refusal.configuration(
                                "the brokers do not allow it: " + cause.getMessage(),
                                "let an administrator allow this user what docs/kafka.md lists; for commands see \"acl operator\" there"));
            }
        }
        return Optional.empty();
    }

    private static Refusal unforeseen(Exception e) {
        if (e instanceof TimeoutException) { // of a client of Kafka
            return Refusal.unreachable(
                    "the broker does not answer any more: " + e.getMessage(),
                    "look whether it runs; then do it again",
                    e);
        }
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
