package topfive.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topfive.contract.Json;
import topfive.standalone.Exit;
import topfive.standalone.Manner;
import topfive.standalone.Part;
import topfive.standalone.Refusal;
import topfive.standalone.Running;
import topfive.standalone.Services;
import topfive.standalone.Start;
import topfive.standalone.Surroundings;
import topfive.standalone.topic.CloseDay;

/** {@code topfive demo}: the written sample day on a broker of its own. Its clock stands still, so that its bytes never change. */
@Command(name = "demo", description = "Shows the sample day on an embedded broker, with its page.")
final class Demo implements Callable<Integer> {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the page; 8080 unless set, 0 picks a free one.")
    private Integer port;

    @Option(names = "--keep", description = "Keep the data folder at the end.")
    private boolean keep;

    @Option(names = "--once", description = "Close the day, print its FINAL edition as JSON and end.")
    private boolean once;

    @Mixin
    private Standards standards;

    @Override
    public Integer call() throws InterruptedException {
        var world = ((Root) command.root().userObject()).surroundings();
        var sample = new SampleDay(world.install().resolve("samples").resolve(DAY.toString()));
        try (var running = new Running().closedWithTheProgram()) {
            var data = new DemoFolder(keep);
            running.add(new Part("data", keep ? data.path().toString() : "", () -> true, data));
            var configuration = sample.configuration(
                    data.path(), PageOfDemo.port(port, once, world.err()), standards.flags(world.here()));
            var manner = new Manner(InstantSource.fixed(NOW), Optional.of(sample.web()));
            var services = Start.services(Start.Which.ALL, configuration, manner, running);
            if (once) {
                close(services, world);
            } else {
                show(services, running, world);
            }
        }
        return Exit.OK;
    }

    private void show(Services services, Running running, Surroundings world) throws InterruptedException {
        running.parts().stream()
                .filter(part -> !part.address().isEmpty())
                .forEach(part -> world.err().println(part.name() + "  " + part.address()));
        services.harvestOnce();
        var page = running.parts().stream()
                .filter(part -> part.name().equals("dashboard"))
                .findFirst()
                .orElseThrow();
        world.err().println("Open " + page.address() + " (Ctrl-C stops" + (keep ? ")" : ", nothing is left behind)"));
        running.await();
    }

    private static void close(Services services, Surroundings world) {
        services.harvestOnce();
        var last = CloseDay.on(services.broker(), "all", DAY, PATIENCE)
                .orElseThrow(() -> Refusal.failed(
                        "no FINAL edition of the sample day came within " + PATIENCE.toSeconds() + " s",
                        "run it again; with --verbose the log says more"));
        world.out().print(Json.pretty(last));
        world.out().flush();
    }
}
