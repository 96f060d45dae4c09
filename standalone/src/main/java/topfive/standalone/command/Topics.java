package topfive.standalone.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Json;
import topfive.standalone.Exit;
import topfive.standalone.Surroundings;
import topfive.standalone.cluster.EnsuredTopics;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ListedTopics;
import topfive.standalone.topic.NameOfTopic;
import topfive.standalone.topic.ReadTopic;
import topfive.standalone.topic.RecordLine;

/** {@code topfive topics ensure|list|tail|export}. */
@Command(name = "topics", description = "Makes, lists and prints the topics.", synopsisSubcommandLabel = "COMMAND")
final class Topics {
    private static final Duration FOR_EVER = Duration.ofDays(36500);

    @Command(name = "ensure", description = "Makes the topics that are missing and says where others differ.")
    int ensure(
            @Mixin Setup setup,
            @Option(
                            names = "--fix",
                            description =
                                    "Set the settings that differ as they should be, but for those by which records would go.")
                    boolean fix) {
        var configuration = setup.configuration();
        var broker = Broker.of(configuration).mustAnswer();
        var embedded = configuration.cluster().isEmpty();
        var out = setup.surroundings().out();
        var done = EnsuredTopics.byHand(broker, embedded, fix);
        done.made().forEach(topic -> out.println("made " + topic));
        done.set()
                .forEach(drift -> out.println(
                        "set " + drift.topic() + " " + drift.key() + "=" + drift.expected() + ", was " + drift.has()));
        done.mustSuit();
        setup.surroundings().err().println(done.made().size() + " made, the others were there");
        return Exit.OK;
    }

    @Command(name = "list", description = "Prints topic, partitions and records held.")
    int list(@Mixin Setup setup) {
        ListedTopics.of(Broker.of(setup.configuration()).mustAnswer())
                .forEach(setup.surroundings().out()::println);
        return Exit.OK;
    }

    @Command(
            name = "tail",
            description = "Prints the last records of a topic as JSON lines: place, key, headers, value.")
    int tail(
            @Mixin Setup setup,
            @Parameters(paramLabel = "TOPIC", description = "E.g. live, daily or topfive.live.v1.") String topic,
            @Option(names = "-n", paramLabel = "N", defaultValue = "10", description = "How many; 10 unless set.")
                    int n,
            @Option(
                            names = {"-f", "--follow"},
                            description = "Then wait for more, until Ctrl-C.")
                    boolean follow,
            @Option(names = "--pretty", description = "Indented, for people.") boolean pretty) {
        var print = printer(setup.surroundings(), pretty);
        try (var read = ReadTopic.of(Broker.of(setup.configuration()), NameOfTopic.full(topic))) {
            var last = new ArrayDeque<ConsumerRecord<byte[], byte[]>>();
            // a transaction leaves marks among the records, at most one for each of them
            read.fromLast(2L * n + 10).toEnd(record -> {
                last.add(record);
                if (last.size() > n) {
                    last.remove();
                }
                return true;
            });
            last.forEach(print::test);
            if (follow) {
                read.follow(FOR_EVER, print);
            }
            return last.isEmpty() && !follow ? Exit.NOTHING : Exit.OK;
        }
    }

    @Command(name = "export", description = "Prints all committed records of a topic as JSON lines.")
    int export(@Mixin Setup setup, @Parameters(paramLabel = "TOPIC", description = "E.g. documents.") String topic) {
        try (var read = ReadTopic.of(Broker.of(setup.configuration()), NameOfTopic.full(topic))) {
            read.fromBeginning().toEnd(printer(setup.surroundings(), false));
            return Exit.OK;
        }
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> printer(Surroundings surroundings, boolean pretty) {
        return record -> {
            var line = RecordLine.of(record);
            surroundings.out().println(pretty ? Json.pretty(line).strip() : line.toString());
            return true;
        };
    }
}
