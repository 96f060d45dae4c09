package topfive.chaos.cluster;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import topfive.chaos.Deadline;
import topfive.chaos.net.Proxy;

/**
 * Three brokers, or one, each a process, a broker and a controller, in a quorum that is fixed. Applications reach them through a {@link Proxy} each;
 * the driver of a run past them.
 */
public final class Cluster implements AutoCloseable {
    /** Kafka's own choice for new clusters; the embedded broker has 1. */
    public static final int TRANSACTIONS = 2;

    private static final String HERE = "127.0.0.1";

    private final List<Node> nodes;
    private final List<Proxy> doors;

    private Cluster(List<Node> nodes, List<Proxy> doors) {
        this.nodes = nodes;
        this.doors = doors;
    }

    /**
     * Not started yet.
     *
     * @param size 3, or 1
     * @param transactions {@code transaction.version}
     * @param settings of each broker, besides ours
     * @param seed of the proxies' jitter
     */
    public static Cluster in(Path folder, int size, int transactions, Map<String, String> settings, long seed) {
        var ports = new FreePorts();
        var places = IntStream.rangeClosed(1, size)
                .mapToObj(id -> Node.Places.of(id, ports))
                .toList();
        var doors = places.stream()
                .map(each -> Proxy.start(
                        new InetSocketAddress(HERE, 0), new InetSocketAddress(HERE, each.applications()), seed))
                .toList();
        var nodes = new ArrayList<Node>();
        var cluster = Uuid.randomUuid().toString();
        for (var mine : places) {
            var node = new Node(folder.resolve("broker-" + mine.id()), mine);
            node.configure(
                    cluster, transactions, doors.get(mine.id() - 1).address().getPort(), places, settings);
            nodes.add(node);
        }
        return new Cluster(nodes, doors);
    }

    /** All of them; returns at once. */
    public void start() {
        nodes.forEach(Node::start);
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** For applications: through the proxies. */
    public String bootstrapServers() {
        return doors.stream().map(door -> HERE + ":" + door.address().getPort()).collect(Collectors.joining(","));
    }

    /** For the driver: past them. */
    public String direct() {
        return nodes.stream().map(Node::direct).collect(Collectors.joining(","));
    }

    /** What stands between applications and any of them. */
    public List<Proxy> doors() {
        return doors;
    }

    /** @throws TimeoutException where they are not all there in time, none of them fenced; their logs are named */
    public void awaitReady(Duration atMost) throws InterruptedException, TimeoutException {
        var logs = nodes.stream().map(node -> "" + node.jvm().log()).toList();
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", direct(), "request.timeout.ms", 2_000, "default.api.timeout.ms", 2_000))) {
            Deadline.await("all brokers are there, see " + logs, atMost, () -> unfenced(admin) == nodes.size());
        }
    }

    /** Which of these it leads: who writes or reads them must now wait for another leader. */
    Set<TopicPartition> ledBy(Node node, Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", direct()))) {
            var topics = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
            var described = admin.describeTopics(topics).allTopicNames().get();
            return partitions.stream()
                    .filter(each ->
                            leader(described.get(each.topic()).partitions().get(each.partition())) == node.id())
                    .collect(Collectors.toSet());
        }
    }

    private static int leader(TopicPartitionInfo partition) {
        return partition.leader() == null ? -1 : partition.leader().id();
    }

    /** Whether every partition has all of its copies: else the next death may leave one with too few. */
    boolean inStep() throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", direct()))) {
            var all = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            return admin.describeTopics(all).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(each -> each.isr().size() == each.replicas().size());
        } catch (ExecutionException e) {
            return false;
        }
    }

    private static int unfenced(Admin admin) throws InterruptedException {
        try {
            return admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).size();
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        doors.forEach(Proxy::close);
    }
}
