package topfive.standalone.command;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Day;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.standalone.Analysis;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.explain.InWords;
import topfive.standalone.replay.Rebuild;
import topfive.standalone.replay.Replay;
import topfive.standalone.replay.ReplayText;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.CloseDay;
import topfive.standalone.topic.Latest;

/** {@code topfive day close} and {@code topfive day rebuild}. Both may be done twice: the second time finds it done, and that is success. */
@Command(
        name = "day",
        description = "Closes a day by hand, or makes a closed one again.",
        synopsisSubcommandLabel = "COMMAND")
final class DayCommand {

    @Command(name = "close", description = "Closes a day now and waits for its FINAL edition.")
    int close(
            @Mixin Setup setup,
            @Parameters(paramLabel = "DAY", description = "E.g. 2026-11-22.") LocalDate day,
            @Option(
                            names = "--wait",
                            paramLabel = "SECONDS",
                            defaultValue = "30",
                            description = "How long; ${DEFAULT-VALUE} unless said.")
                    int seconds) {
        if (seconds < 1) {
            throw Refusal.usage("--wait " + seconds + " would not wait for the edition", "give 1 or more");
        }
        var configuration = setup.configuration();
        mustHaveBegun(day, configuration.zone(), setup.surroundings().clock());
        var broker = Broker.of(configuration).mustAnswer();
        var finals = Latest.of(broker, Topics.DAILY);
        var closed = finals.get(key(day));
        if (closed != null) {
            say(setup, day + " is closed already: " + named(closed));
            return Exit.OK;
        }
        mustBeOpen(finals, day);
        var edition = CloseDay.on(broker, "all", day, Duration.ofSeconds(seconds))
                .orElseThrow(() -> Refusal.failed(
                        "the fence of " + day + " is written, but no FINAL edition came within " + seconds + " s",
                        "see that a processor runs: topfive health --ready; the day closes as soon as one does"));
        say(setup, day + " closed: " + named(edition));
        return Exit.OK;
    }

    @Command(
            name = "rebuild",
            description = {
                "Makes a closed day again from its documents, by the rules in force now, and publishes it as a new revision where"
                        + " anything differs.",
                "Clusters keep their ids. Editions of other days are not changed, digests not sent again."
            })
    int rebuild(
            @Mixin Setup setup,
            @Parameters(paramLabel = "DAY", description = "E.g. 2026-11-22.") LocalDate day,
            @Option(
                            names = "--dry-run",
                            description = "Says what would change, as `topfive replay` does. Writes nothing.")
                    boolean dryRun) {
        var world = setup.surroundings();
        var configuration = setup.configuration();
        mustHaveBegun(day, configuration.zone(), world.clock());
        var broker = Broker.of(configuration).mustAnswer();
        var rebuild = rebuild(configuration, broker, day, new RecordsRead(world));
        if (dryRun) {
            ReplayText.of(Replay.of(rebuild.difference())).forEach(line -> say(setup, line));
        } else if (!rebuild.differs()) {
            say(setup, day + " unchanged: " + named(rebuild.was()));
        } else {
            var written = rebuild.write(world.clock().instant().truncatedTo(ChronoUnit.SECONDS));
            ReplayText.of(rebuild.difference()).forEach(line -> say(setup, line));
            say(
                    setup,
                    written.map(edition -> day + " rebuilt: " + named(edition))
                            .orElse(day + " unchanged: another rebuild has just written the same"));
        }
        return Exit.OK;
    }

    private static Rebuild rebuild(Configuration configuration, Broker broker, LocalDate day, RecordsRead progress) {
        var days = new Day(configuration.zone(), configuration.grace());
        try (var analysis = Analysis.load(configuration.taxonomy())) {
            var pipeline = analysis.pipeline(configuration.languages(), days, configuration.rules());
            return Rebuild.of(broker, pipeline, day, progress);
        } finally {
            progress.wipe();
        }
    }

    private static void say(Setup setup, String line) {
        setup.surroundings().out().println(line);
    }

    private static String key(LocalDate day) {
        return "all/" + day;
    }

    private static String named(Edition edition) {
        return "FINAL, revision " + edition.revision() + ", "
                + InWords.count(edition.insights().size(), "insight");
    }

    /** A fence of next year would make every report until then late. */
    private static void mustHaveBegun(LocalDate day, ZoneId zone, InstantSource clock) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isAfter(today)) {
            throw Refusal.usage(
                    day + " has not begun: in " + zone + " it is " + today,
                    "name " + today + " or a day before it; days that have ended are closed by the processor itself");
        }
    }

    /** A fence closes the days before it, too; what is behind it comes too late for any of them. */
    private static void mustBeOpen(Map<String, Edition> finals, LocalDate day) {
        finals.values().stream()
                .map(Edition::day)
                .filter(each -> each.isAfter(day))
                .max(LocalDate::compareTo)
                .ifPresent(later -> {
                    throw Refusal.failed(
                            day + " cannot be closed: " + later + " is closed already, and every day before it with it",
                            "nothing: there was no document for that day");
                });
    }
}
