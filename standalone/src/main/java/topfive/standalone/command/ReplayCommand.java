package topfive.standalone.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.contract.Day;
import topfive.contract.Json;
import topfive.processor.PastDays;
import topfive.standalone.Analysis;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.Configuration;
import topfive.standalone.replay.Replay;
import topfive.standalone.replay.ReplayText;
import topfive.standalone.topic.Broker;

/** {@code topfive replay}: past days by other rules. Nothing is written. */
@Command(
        name = "replay",
        description =
                "Reads past days again, by other rules if you like, and says which editions would differ and how. Writes nothing.")
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "The first day, e.g. 2026-11-20.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "The last day.")
    private LocalDate to;

    @Mixin
    private Standards standards;

    @Option(names = "--json", description = "As JSON: every change with its scores, and the editions.")
    private boolean json;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw Refusal.usage("--to " + to + " is before --from " + from, "name the earlier day as --from");
        }
        var world = setup.surroundings();
        var configuration =
                setup.configuration(standards.flags(setup.surroundings().here()));
        var broker = Broker.of(configuration).mustAnswer();
        var replay = replay(configuration, broker, new RecordsRead(world));
        if (replay.days().isEmpty()) {
            throw Refusal.nothing(
                    "no day from " + from + " to " + to + " has been closed while its documents are kept",
                    "days stand in: topfive topics tail daily; a day that is open has no FINAL edition yet");
        }
        print(replay, world);
        return Exit.OK;
    }

    private Replay replay(Configuration configuration, Broker broker, LongConsumer progress) {
        var days = new Day(configuration.zone(), configuration.grace());
        try (var analysis = Analysis.load(configuration.taxonomy())) {
            var pipeline = analysis.pipeline(configuration.languages(), days, configuration.rules());
            return Replay.of(broker, pipeline, new PastDays.Range(from, to), progress);
        }
    }

    private void print(Replay replay, Surroundings world) {
        new RecordsRead(world).wipe();
        if (json) {
            var all = new LinkedHashMap<String, Object>();
            all.put("days", replay.days());
            all.put("leftOut", replay.leftOut());
            all.put("summary", replay.summary());
            world.out().print(Json.pretty(all));
        } else {
            ReplayText.of(replay).forEach(world.out()::println);
        }
        world.out().flush();
    }
}
