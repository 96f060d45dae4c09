package topfive.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.ReadSources;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.source.Place;
import topfive.standalone.source.SourceId;
import topfive.standalone.source.Told;
import topfive.standalone.source.TryOut;

/** {@code topfive sources test}: one visit of which nothing is kept. */
@Command(name = "test", description = "Visits a source once and says what it would yield; nothing is sent.")
final class SourcesTest implements Callable<Integer> {
    private static final int PAGES = 3;

    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "ID|URL", description = "One of the sources, or any address or folder.")
    private String what;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Of an address: feed, page or episode; feed unless set.")
    private String kind;

    @Override
    public Integer call() {
        var configuration = setup.configuration();
        var world = setup.surroundings();
        var source = source(configuration);
        var visit = TryOut.of(source, PAGES, configuration, world);
        Told.lines(source, visit, world.clock().instant()).forEach(world.out()::println);
        if (!visit.documents().isEmpty()) {
            return Exit.OK;
        }
        world.err().println("  to do: " + TryOut.remedy(visit));
        if (!TryOut.wasAnswered(visit)) {
            return Exit.UNREACHABLE;
        }
        return visit.outcome().equals("fetched") ? Exit.NOTHING : Exit.FAILED;
    }

    private SourceEntry source(Configuration configuration) {
        var known = configuration.sources().stream()
                .filter(source -> source.id().equals(what))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        boolean isAddress = what.contains("/") || what.contains(".") || what.contains(":");
        if (!isAddress) {
            return SourcesFile.named(what, configuration);
        }
        var place = Place.of(what, setup.surroundings().here(), configuration.root());
        var of = kind != null ? kind : place.kind().isEmpty() ? "feed" : place.kind();
        var id = SourceId.of("", place.url(), java.util.List.of());
        return new SourceEntry(id, id, place.url(), of, ReadSources.usually(of), "");
    }
}
