package topfive.standalone.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.source.Listed;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;

/** {@code topfive sources list}. */
@Command(
        name = "list",
        description = "Prints the sources: last and next fetch, interval, what each yields, and why nothing.")
final class SourcesList implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var configuration = setup.configuration();
        var world = setup.surroundings();
        if (configuration.sources().isEmpty()) {
            world.err().println("no sources yet; add one with: topfive sources add URL");
        }
        if (configuration.sources().isEmpty() && !json) {
            return Exit.NOTHING;
        }
        var known = configuration.sources().isEmpty()
                ? Optional.<Map<String, SourceState>>empty()
                : states(Broker.of(configuration));
        var listed = new Listed(configuration.sources(), known, world.clock().instant());
        world.out().print(json ? Json.pretty(listed.json()) : String.join("\n", listed.lines()) + "\n");
        world.out().flush();
        return configuration.sources().isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    private Optional<Map<String, SourceState>> states(Broker broker) {
        try {
            return Optional.of(Latest.of(broker, Topics.SOURCES));
        } catch (Refusal e) {
            setup.surroundings().err().println("how the sources do is not known (?): " + e.getMessage());
            return Optional.empty();
        }
    }
}
