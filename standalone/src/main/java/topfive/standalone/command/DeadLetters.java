package topfive.standalone.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.contract.DeadLetter;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;
import topfive.standalone.topic.RecordLine;

/** {@code topfive dead-letters list|show}. */
@Command(
        name = "dead-letters",
        description = "What could not be processed, and why.",
        synopsisSubcommandLabel = "COMMAND")
final class DeadLetters {

    @Command(name = "list", description = "Prints number, reason, stage, origin and detail of each.")
    int list(@Mixin Setup setup) {
        var lines = new ArrayList<String>();
        try (var read = ReadTopic.of(Broker.of(setup.configuration()), Topics.DEAD_LETTERS.name())) {
            read.fromBeginning().toEnd(record -> lines.add(line(record)));
        }
        lines.forEach(setup.surroundings().out()::println);
        return lines.isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    @Command(name = "show", description = "Prints one with its headers and its content.")
    int show(@Mixin Setup setup, @Parameters(paramLabel = "NUMBER", description = "As list prints it.") long number) {
        var found = new AtomicReference<String>();
        try (var read = ReadTopic.of(Broker.of(setup.configuration()), Topics.DEAD_LETTERS.name())) {
            read.fromBeginning().toEnd(record -> {
                if (record.offset() == number) {
                    found.set(RecordLine.of(record).toPrettyString());
                }
                return found.get() == null;
            });
        }
        if (found.get() == null) {
            throw Refusal.nothing(
                    "no dead letter has the number " + number, "numbers stand in: topfive dead-letters list");
        }
        setup.surroundings().out().println(found.get());
        return Exit.OK;
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        var letter = DeadLetter.from(key, record.value(), record.headers());
        return record.offset() + "  " + letter.reason() + "  " + letter.stage() + "  " + letter.origin() + "  "
                + letter.detail().replaceAll("\\p{Cntrl}+", " ");
    }
}
