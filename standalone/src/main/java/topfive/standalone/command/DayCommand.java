package topfive.standalone.command;

import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.CloseDay;

/** {@code topfive day close}. */
@Command(name = "day", description = "Closes a day by hand.", synopsisSubcommandLabel = "COMMAND")
final class DayCommand {

    @Command(name = "close", description = "Closes a day now and waits for its FINAL edition.")
    int close(@Mixin Setup setup, @Parameters(paramLabel = "DAY", description = "E.g. 2026-11-22.") LocalDate day) {
        var broker = Broker.of(setup.configuration()).mustAnswer();
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
}
