package topfive.standalone.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/** {@code topfive top}. */
@Command(name = "top", description = "Prints the five of a day.")
final class Top implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofDays(36500);

    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "DAY", arity = "0..1", description = "E.g. 2026-11-22; the latest unless said.")
    private LocalDate day;

    @Option(names = "--watch", description = "Then print it again at each change, until Ctrl-C.")
    private boolean watch;

    private String page;

    @ArgGroup(exclusive = false)
    private Form form = new Form();

    @Override
    public Integer call() {
        var configuration = setup.configuration();
        page = configuration.pageAddress();
        var broker = Broker.of(configuration).mustAnswer();
        if (watch) {
            follow(broker);
            return Exit.OK;
        }
        var edition = DayOrLatest.of(broker, Optional.ofNullable(day));
        print(edition);
        return edition.insights().isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    private void follow(Broker broker) {
        try (var read = ReadTopic.of(broker, Topics.LIVE.name())) {
            read.fromLast(3).follow(FOR_EVER, record -> {
                if (record.value() != null) {
                    var edition = Json.read(new String(record.value(), StandardCharsets.UTF_8), Edition.class);
                    if (day == null || day.equals(edition.day())) {
                        print(edition);
                    }
                }
                return true;
            });
        }
    }

    private void print(Edition edition) {
        form.print(edition, page, setup.surroundings());
    }
}
