package topfive.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import topfive.contract.AsksTheMachine;
import topfive.standalone.command.Root;

/** The {@code topfive} command. */
public final class Topfive {
    private Topfive() {}

    @AsksTheMachine
    public static void main(String[] arguments) {
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var here = Path.of("").toAbsolutePath();
        var install = System.getProperty("topfive.install", here.toString());
        var status = run(
                new Surroundings(
                        System.getenv(),
                        Path.of(System.getProperty("user.home")),
                        here,
                        Path.of(install),
                        InstantSource.system(),
                        Boolean.getBoolean("topfive.terminal"),
                        out,
                        err),
                arguments);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** One call of the command in the given surroundings; returns the exit status. */
    public static int run(Surroundings surroundings, String... arguments) {
        var line = new CommandLine(new Root(surroundings));
        line.setOut(surroundings.out());
        line.setErr(surroundings.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.terminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(110);
        ReadArguments.into(line);
        line.setParameterExceptionHandler(new SayWhatWasMeant());
        line.setExecutionExceptionHandler(new SayWhatIsWrong());
        return line.execute(arguments);
    }
}
