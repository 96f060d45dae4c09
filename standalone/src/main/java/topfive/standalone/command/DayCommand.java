package topfive.standalone.command;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.CloseDay;
import topfive.standalone.topic.Latest;

/** {@code topfive day close}. */
@Command(name = "day", description = "Closes a day by hand.", synopsisSubcommandLabel = "COMMAND")
final class DayCommand {

    @Command(name = "close", description = "Closes a day now and waits for its FINAL edition.")
    int close(@Mixin Setup setup, @Parameters(paramLabel = "DAY", description = "E.g. 2026-11-22.") LocalDate day) {
        var configuration = setup.configuration();
        mustHaveBegun(day, configuration.zone(), setup.surroundings().clock());
        var broker = Broker.of(configuration).mustAnswer();
        mustBeOpen(broker, day);
        var edition = CloseDay.on(broker, "all", day, Duration.ofSeconds(30))
                .orElseThrow(() -> Refusal.failed(
                        "the fence of " + day + " is written, but no FINAL edition came within 30 s",
                        "see that a processor runs: topfive health --ready; the day closes as soon as one does"));
        setup.surroundings()
                .out()
                .println(day + " closed: FINAL, revision " + edition.revision() + ", "
                        + edition.insights().size() + " insights");
        return Exit.OK;
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
    private static void mustBeOpen(Broker broker, LocalDate day) {
        var closed = Latest.of(broker, Topics.DAILY).values().stream()
                .map(Edition::day)
                .toList();
        if (!closed.contains(day)) {
            closed.stream()
                    .filter(each -> each.isAfter(day))
                    .max(LocalDate::compareTo)
                    .ifPresent(later -> {
                        throw Refusal.failed(
                                day + " cannot be closed: " + later
                                        + " is closed already, and every day before it with it",
                                "nothing: there was no document for that day");
                    });
        }
    }
}
