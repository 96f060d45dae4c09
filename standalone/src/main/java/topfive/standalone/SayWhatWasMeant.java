package topfive.standalone;

import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import topfive.standalone.config.Nearest;

/** A command line that cannot be meant: what is wrong with it, and the command or option that is nearest. */
final class SayWhatWasMeant implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        var line = e.getCommandLine();
        var err = line.getErr();
        err.println("topfive: " + e.getMessage().lines().findFirst().orElse("") + nearest(e));
        err.println("  to do: " + line.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return Exit.USAGE;
    }

    private static String nearest(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        var word = unmatched.getUnmatched().get(0);
        return Nearest.to(word, known(e.getCommandLine(), word.startsWith("-")))
                .filter(known -> Nearest.distance(word, known) <= 1 + word.length() / 2)
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }

    private static Collection<String> known(CommandLine line, boolean option) {
        return option
                ? line.getCommandSpec().optionsMap().keySet()
                : line.getSubcommands().keySet();
    }
}
