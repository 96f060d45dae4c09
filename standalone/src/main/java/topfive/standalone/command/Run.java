package topfive.standalone.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import topfive.standalone.Exit;
import topfive.standalone.Manner;
import topfive.standalone.Running;
import topfive.standalone.Start;

/** {@code topfive run}. */
@Command(
        name = "run",
        description =
                "Runs a service until it is stopped; all of them on an embedded broker unless kafka.bootstrap.servers is set.")
final class Run implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Mixin
    private Standards standards;

    @Parameters(paramLabel = "ingest|processor|dashboard|all", converter = ByName.class)
    private Start.Which which;

    @Override
    public Integer call() throws InterruptedException {
        var err = setup.surroundings().err();
        var configuration =
                setup.configuration(standards.flags(setup.surroundings().here()));
        try (var running = new Running().closedWithTheProgram()) {
            Start.services(
                    which, configuration, Manner.everyDay(setup.surroundings().clock()), running);
            running.parts().stream()
                    .filter(part -> !part.address().isEmpty())
                    .forEach(part -> err.println(part.name() + "  " + part.address()));
            err.println("Ctrl-C stops");
            running.await();
        }
        return Exit.OK;
    }

    static final class ByName implements ITypeConverter<Start.Which> {
        @Override
        public Start.Which convert(String name) {
            try {
                return Start.Which.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("one of ingest, processor, dashboard, all; not " + name);
            }
        }
    }
}
