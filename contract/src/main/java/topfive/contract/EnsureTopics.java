package topfive.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and says where an existing one is not as it should be. Changes nothing that exists. */
public final class EnsureTopics {
    private static final Duration SERVED_WITHIN = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofMillis(50);

    private EnsureTopics() {}

    /**
     * What was made, what differs, and what makes it impossible to start.
     *
     * @param absent topics that are not there; empty where they were made
     * @param missing topics that are not there and that this user may not create
     * @param unseen topics that this user may not describe: nothing is known of them
     * @param uncompared topics whose settings this user may not describe
     * @param counts one line for each topic with the partition count of the other kind of broker
     * @param refused one line for each topic with a partition count that is neither
     */
    public record Report(
            List<String> created,
            List<String> absent,
            List<String> missing,
            List<String> unseen,
            List<String> uncompared,
            List<String> counts,
            List<TopicDrift> drift,
            List<String> refused) {}

    /**
     * @param standalone the smaller partition counts of the embedded broker
     * @throws ExecutionException as the broker answers
     */
    public static Report on(Admin admin, Collection<Topic<?>> topics, boolean standalone)
            throws InterruptedException, ExecutionException {
        return ensure(admin, topics, standalone, true);
    }

    /**
     * Makes nothing.
     *
     * @throws ExecutionException as the broker answers
     */
    public static Report compare(Admin admin, Collection<Topic<?>> topics, boolean standalone)
            throws InterruptedException, ExecutionException {
        return ensure(admin, topics, standalone, false);
    }

    private static Report ensure(Admin admin, Collection<Topic<?>> topics, boolean standalone, boolean create)
            throws InterruptedException, ExecutionException {
        var report = new Report(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        var existing = new LinkedHashMap<Topic<?>, TopicDescription>();
        find(admin, topics, existing, report);
        if (create) {
            var byAnother = new ArrayList<Topic<?>>();
            for (var topic : topics) {
                if (report.absent().remove(topic.name())
                        && !create(admin, topic, partitions(topic, standalone), report)) {
                    byAnother.add(topic);
                }
            }
            awaitServed(admin, names(byAnother));
            find(admin, byAnother, existing, report);
        }
        awaitServed(admin, names(existing.keySet()));
        awaitServed(admin, report.created());
        existing.forEach((topic, is) -> compareCounts(topic, is.partitions().size(), standalone, report));
        compareSettings(admin, existing.keySet(), report);
        return report;
    }

    private static void find(
            Admin admin, Collection<Topic<?>> topics, Map<Topic<?>, TopicDescription> existing, Report report)
            throws InterruptedException, ExecutionException {
        var described = admin.describeTopics(names(topics)).topicNameValues();
        for (var topic : topics) {
            try {
                existing.put(topic, described.get(topic.name()).get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    report.unseen().add(topic.name());
                } else if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    report.absent().add(topic.name());
                } else {
                    throw e;
                }
            }
        }
    }

    private static List<String> names(Collection<Topic<?>> topics) {
        return topics.stream().<String>map(Topic::name).toList();
    }

    /** @return whether it stands as it was wanted, or cannot be made; false where another service was faster */
    private static boolean create(Admin admin, Topic<?> topic, int partitions, Report report)
            throws InterruptedException, ExecutionException {
        var wanted = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty()).configs(topic.config());
        try {
            admin.createTopics(List.of(wanted)).all().get();
            report.created().add(topic.name());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                report.missing().add(topic.name());
            } else if (e.getCause() instanceof TopicExistsException) {
                return false;
            } else {
                throw e;
            }
        }
        return true;
    }

    private static void compareCounts(Topic<?> topic, int actual, boolean standalone, Report report) {
        if (actual != partitions(topic, standalone)) {
            var line = topic.name() + " has " + actual + " partitions, expected " + partitions(topic, standalone);
            // keys have their place: a subscriber's order and our state depend on the count
            var ofTheOtherKind = actual == topic.partitions() || actual == topic.standalonePartitions();
            (ofTheOtherKind ? report.counts() : report.refused()).add(line);
        }
    }

    private static void compareSettings(Admin admin, Collection<Topic<?>> topics, Report report)
            throws InterruptedException, ExecutionException {
        var resources = topics.stream().collect(Collectors.toMap(topic -> resource(topic.name()), topic -> topic));
        for (var each : admin.describeConfigs(resources.keySet()).values().entrySet()) {
            var topic = resources.get(each.getKey());
            try {
                report.drift().addAll(differences(topic, each.getValue().get()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
                report.uncompared().add(topic.name());
            }
        }
    }

    /**
     * Sets what has drifted as it should be, but for that by which records would go; partition counts stay as they are. Returns when the
     * broker that is asked has heard of it from its controller, or has not within a minute.
     *
     * @return what was set
     * @throws ExecutionException as the broker answers
     */
    public static List<TopicDrift> mend(Admin admin, Collection<TopicDrift> drift)
            throws InterruptedException, ExecutionException {
        var mended = drift.stream()
                .filter(each -> each.has() != null && !each.isLeftAlone())
                .toList();
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        mended.forEach(each -> changes.computeIfAbsent(resource(each.topic()), topic -> new ArrayList<>())
                .add(new AlterConfigOp(new ConfigEntry(each.key(), each.expected()), AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(changes).all().get();
        var until = System.nanoTime() + SERVED_WITHIN.toNanos();
        while (!isSeen(admin, mended) && System.nanoTime() - until < 0) {
            Thread.sleep(BREATH.toMillis());
        }
        return mended;
    }

    private static boolean isSeen(Admin admin, Collection<TopicDrift> mended)
            throws InterruptedException, ExecutionException {
        var topics = mended.stream().map(each -> resource(each.topic())).collect(Collectors.toSet());
        var now = admin.describeConfigs(topics).all().get();
        return mended.stream()
                .allMatch(each -> each.expected().equals(value(now.get(resource(each.topic())), each.key())));
    }

    /**
     * Returns when every partition has a leader that answers. A topic is listed before it is served, and an idempotent producer whose first
     * batches meet a partition without a leader may stay out of sequence until it gives up, two minutes later (seen).
     *
     * @throws ExecutionException where they are not served within a minute; {@link LeaderNotAvailableException} names those without one
     */
    public static void awaitServed(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException {
        var until = System.nanoTime() + SERVED_WITHIN.toNanos();
        List<TopicPartition> leaderless = List.of();
        while (true) {
            try {
                var described =
                        admin.describeTopics(topics).allTopicNames().get().values();
                leaderless = partitions(described, partition -> isWithoutLeader(partition))
                        .toList();
                admin.listOffsets(partitions(described, partition -> true)
                                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                        .all()
                        .get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
                if (System.nanoTime() - until > 0) {
                    throw leaderless.isEmpty() ? e : withoutLeader(leaderless);
                }
                Thread.sleep(BREATH.toMillis());
            }
        }
    }

    private static Stream<TopicPartition> partitions(
            Collection<TopicDescription> topics, Predicate<TopicPartitionInfo> wanted) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(wanted)
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())));
    }

    private static boolean isWithoutLeader(TopicPartitionInfo partition) {
        return partition.leader() == null || partition.leader().isEmpty();
    }

    private static ExecutionException withoutLeader(List<TopicPartition> partitions) {
        var named = partitions.stream().map(TopicPartition::toString).sorted().collect(Collectors.joining(", "));
        return new ExecutionException(new LeaderNotAvailableException("without a leader: " + named));
    }

    private static int partitions(Topic<?> topic, boolean standalone) {
        return standalone ? topic.standalonePartitions() : topic.partitions();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    static List<TopicDrift> differences(Topic<?> topic, Config actual) {
        return topic.config().entrySet().stream()
                .map(wanted -> new TopicDrift(
                        topic.name(), wanted.getKey(), value(actual, wanted.getKey()), wanted.getValue()))
                .filter(each -> !each.expected().equals(each.has()) && !each.keepsLonger())
                .sorted(java.util.Comparator.comparing(TopicDrift::key))
                .toList();
    }

    private static String value(Config actual, String name) {
        var entry = actual.get(name);
        return entry == null ? null : entry.value(); // a broker of another make may not know it
    }
}
