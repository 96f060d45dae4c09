package topfive.standalone.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import topfive.contract.SourceState;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;

/** {@code topfive sources list}. */
@Command(name = "sources", description = "Lists the sources.", synopsisSubcommandLabel = "COMMAND")
final class Sources {

    @Command(name = "list", description = "Prints the sources and how their last fetch went.")
    int list(@Mixin Setup setup) {
        var configuration = setup.configuration();
        var states = states(setup, Broker.of(configuration));
        configuration.sources().forEach(source -> setup.surroundings().out().println(line(source, states)));
        if (configuration.sources().isEmpty()) {
            setup.surroundings().err().println("no sources: add them to topfive.yml (topfive config init writes one)");
            return Exit.NOTHING;
        }
        return Exit.OK;
    }

    private static Map<String, SourceState> states(Setup setup, Broker broker) {
        try {
            return Latest.of(broker, Topics.SOURCES);
        } catch (Refusal e) {
            setup.surroundings().err().println("how the last fetches went is not known: " + e.getMessage());
            return Map.of();
        }
    }

    private static String line(SourceEntry source, Map<String, SourceState> states) {
        var state = states.get(source.id());
        var last = state == null
                ? "never fetched"
                : state.outcome() + " " + state.lastFetch() + ", " + state.documents() + " documents"
                        + (state.detail() == null ? "" : ": " + state.detail());
        return source.id() + "  " + source.kind() + "  " + source.url() + "  " + last;
    }

    static String counted(Configuration configuration) {
        var count = configuration.sources().size();
        return count + (count == 1 ? " source" : " sources");
    }
}
