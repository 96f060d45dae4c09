package topfive.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and says where an existing one is not as it should be. Changes nothing that exists. */
public final class EnsureTopics {
    private static final Duration SERVED_WITHIN = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofMillis(50);

    private EnsureTopics() {}

    /** What was made, what differs (one line each), and what makes it impossible to start. */
    public record Report(List<String> created, List<String> drift, List<String> refused) {}

    /**
     * @param standalone the smaller partition counts of the embedded broker
     * @throws ExecutionException as the broker answers
     */
    public static Report on(Admin admin, Collection<Topic<?>> topics, boolean standalone)
            throws InterruptedException, ExecutionException {
        var existing = admin.listTopics().names().get();
        var created = new ArrayList<String>();
        for (var topic : topics) {
            if (!existing.contains(topic.name()) && create(admin, topic, partitions(topic, standalone))) {
                created.add(topic.name());
            }
        }
        awaitServed(admin, topics.stream().map(Topic::name).toList());
        var drift = new ArrayList<String>();
        var refused = new ArrayList<String>();
        var there =
                topics.stream().filter(topic -> existing.contains(topic.name())).toList();
        var names = there.stream().map(Topic::name).toList();
        var described = admin.describeTopics(names).allTopicNames().get();
        for (var topic : there) {
            var actual = described.get(topic.name()).partitions().size();
            if (actual != partitions(topic, standalone)) {
                var line = topic.name() + " has " + actual + " partitions, expected " + partitions(topic, standalone);
                // keys have their place: a subscriber's order and our state depend on the count
                (actual == topic.partitions() || actual == topic.standalonePartitions() ? drift : refused).add(line);
            }
        }
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        there.forEach(topic -> drift.addAll(differences(topic, configs.get(topic.name()))));
        return new Report(created, drift, refused);
    }

    /**
     * Returns when every partition has a leader that answers. A topic is listed before it is served, and an idempotent producer whose first
     * batches meet a partition without a leader may stay out of sequence until it gives up, two minutes later (seen).
     *
     * @throws ExecutionException where they are not served within a minute
     */
    public static void awaitServed(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        var until = System.nanoTime() + SERVED_WITHIN.toNanos();
        while (true) {
            try {
                var latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
                admin.listOffsets(latest).all().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() - until > 0) {
                    throw e;
                }
                Thread.sleep(BREATH.toMillis());
            }
        }
    }

    private static int partitions(Topic<?> topic, boolean standalone) {
        return standalone ? topic.standalonePartitions() : topic.partitions();
    }

    private static boolean create(Admin admin, Topic<?> topic, int partitions)
            throws InterruptedException, ExecutionException {
        var wanted = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty()).configs(topic.config());
        try {
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) { // another service was faster
                return false;
            }
            throw e;
        }
    }

    static List<String> differences(Topic<?> topic, Config actual) {
        return topic.config().entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(value(actual, wanted.getKey())))
                .map(wanted -> topic.name() + " has " + wanted.getKey() + "=" + value(actual, wanted.getKey())
                        + ", expected " + wanted.getValue())
                .sorted()
                .toList();
    }

    private static String value(Config actual, String name) {
        var entry = actual.get(name);
        return entry == null ? null : entry.value(); // a broker of another make may not know it
    }
}
