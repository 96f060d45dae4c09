package topfive.processor;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Predicate;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import topfive.contract.Topic;
import topfive.contract.Topics;

/** The joints of {@link InsightTopology}: who hears what, and how it leaves. */
final class Flow {
    private Flow() {}

    static Predicate<String, Outcome> is(Class<?>... kinds) {
        return (key, outcome) -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(outcome));
    }

    static <T extends Outcome> KStream<String, T> only(KStream<String, Outcome> outcomes, Class<T> kind, String name) {
        return outcomes.filter(is(kind), Named.as("is-" + name)).mapValues(kind::cast, Named.as(name));
    }

    /**
     * To the next stage, as bytes: they are decoded inside its guard. A fence goes to all partitions, since whatever is behind it may be in
     * any of them.
     */
    static Repartitioned<String, byte[]> hop(String name, int partitions) {
        StreamPartitioner<String, byte[]> toWhomItConcerns = (topic, key, value, count) -> Optional.of(
                key.startsWith("fence/")
                        ? IntStream.range(0, count).boxed().collect(Collectors.toSet())
                        : Set.of(Utils.toPositive(Utils.murmur2(Guard.bytes(key))) % count));
        return Repartitioned.<String, byte[]>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray())
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(toWhomItConcerns);
    }

    static <V> void publish(KStream<String, V> values, Topic<V> topic, Function<V, Instant> at) {
        var name = topic.name().replace('.', '-');
        values.selectKey((key, value) -> topic.key().apply(value), Named.as("key-of-" + name))
                .processValues(new Stamp<>(topic, at), Named.as("headers-of-" + name))
                .to(topic.name(), Produced.with(topic.keys(), topic.values()).withName("to-" + name));
    }

    /** Each stage on its own: with one common way out they would be one and the same task, each with the state of all. */
    static void bury(KStream<String, Outcome> outcomes, String name) {
        only(outcomes, Outcome.Refused.class, "refused-" + name)
                .map(
                        (key, refused) ->
                                KeyValue.pair(refused.key(), refused.letter().bytes()),
                        Named.as("letters-" + name))
                .to(
                        Topics.DEAD_LETTERS.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters-" + name));
    }
}
