package topfive.standalone.letters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.Topics;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/**
 * What lies in {@code topfive.dead-letters.v1}, in the order in which it came, without the contents: {@link #each} has them.
 *
 * @param replayed names of those that were tried again: what came of that is a document, or a letter of its own
 */
public record Letters(List<Letter> all, Set<String> replayed) {
    public Letters {
        all = List.copyOf(all);
        replayed = Set.copyOf(replayed);
    }

    /** @throws topfive.standalone.Refusal where the broker does not answer */
    public static Letters of(Broker broker) {
        return read(broker, ReadTopic::toEnd);
    }

    /** For somebody who is about to try them: also what a transaction holds that is just being ended. */
    static Letters ofAll(Broker broker) {
        return read(broker, ReadTopic::toEndOfAll);
    }

    private static Letters read(Broker broker, BiConsumer<ReadTopic, Predicate<ConsumerRecord<byte[], byte[]>>> toEnd) {
        var all = new ArrayList<Letter>();
        var replayed = new HashSet<String>();
        try (var read = ReadTopic.of(broker, Topics.DEAD_LETTERS.name())) {
            toEnd.accept(read.fromBeginning(), record -> {
                var letter = Letter.head(record);
                if (letter.isNote()) {
                    replayed.add(letter.of().origin());
                } else {
                    all.add(letter);
                }
                return true;
            });
        }
        return new Letters(all, replayed);
    }

    /** One after the other, whole: of those that are wanted. */
    public static void each(Broker broker, Collection<Letter> wanted, Consumer<Letter> action) {
        var numbers = wanted.stream().map(Letter::number).collect(Collectors.toCollection(TreeSet::new));
        if (numbers.isEmpty()) {
            return;
        }
        try (var read = ReadTopic.of(broker, Topics.DEAD_LETTERS.name())) {
            read.from(numbers.first()).toEnd(record -> {
                if (numbers.remove(record.offset())) {
                    action.accept(Letter.of(record));
                }
                return !numbers.isEmpty();
            });
        }
    }

    public boolean isReplayed(Letter letter) {
        return replayed.contains(letter.name());
    }

    public List<Letter> waiting() {
        return all.stream().filter(letter -> !isReplayed(letter)).toList();
    }
}
