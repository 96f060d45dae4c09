package topfive.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import topfive.chaos.Jvm;

/** One of the brokers, also a controller, in a process of its own: always in the same folder and at the same ports. */
public final class Node implements AutoCloseable {
    /** As a careful operator sets them up, but for what makes them small. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PEERS"),
            Map.entry(
                    "listener.security.protocol.map",
                    "APPLICATIONS:PLAINTEXT,DRIVER:PLAINTEXT,PEERS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            // so many that each broker coordinates some; 50 of each cost start-up time on a small machine
            Map.entry("offsets.topic.num.partitions", "6"),
            Map.entry("transaction.state.log.num.partitions", "6"),
            Map.entry("share.coordinator.state.topic.num.partitions", "3"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // fits into 256 MB
            Map.entry("log.cleaner.dedupe.buffer.size", "" + 4 * 1024 * 1024),
            Map.entry("socket.request.max.bytes", "" + 32 * 1024 * 1024),
            Map.entry("replica.fetch.max.bytes", "" + 17 * 1024 * 1024),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.recovery.threads.per.data.dir", "1"));

    private final Path folder;
    private final Places places;
    private Jvm jvm;

    /** Where a broker listens; each port is on 127.0.0.1. */
    record Places(int id, int applications, int driver, int peers, int controller) {
        static Places of(int id, FreePorts ports) {
            return new Places(id, ports.next(), ports.next(), ports.next(), ports.next());
        }
    }

    Node(Path folder, Places places) {
        this.folder = folder;
        this.places = places;
    }

    public int id() {
        return places.id();
    }

    /** Past every proxy. */
    String direct() {
        return "127.0.0.1:" + places.driver();
    }

    /** Returns at once. */
    public void start() {
        var settings = folder.resolve("server.properties").toString();
        var flags = List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dtopfive.log=WARN",
                "-cp",
                System.getProperty("java.class.path"));
        jvm = Jvm.start(folder, "broker", flags, Member.class.getName(), List.of(settings));
    }

    public Jvm jvm() {
        return jvm;
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is on its way out all the same
        }
    }

    /** kill -9; returns when it is gone. */
    public void kill() throws InterruptedException {
        if (jvm != null) {
            jvm.kill();
        }
    }

    /** @param advertised the port that applications are told */
    void configure(String cluster, int transactions, int advertised, List<Places> all, Map<String, String> more) {
        try {
            Files.createDirectories(folder);
            var settings = settings(advertised, all);
            settings.putAll(more);
            settings.put(Member.CLUSTER, cluster);
            settings.put(Member.TRANSACTIONS, "" + transactions);
            try (var out = Files.newBufferedWriter(folder.resolve("server.properties"), StandardCharsets.UTF_8)) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private Properties settings(int advertised, List<Places> all) {
        var settings = shared(all.size());
        settings.put("node.id", "" + places.id());
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put(
                "controller.quorum.voters",
                all.stream()
                        .map(each -> each.id() + "@127.0.0.1:" + each.controller())
                        .collect(Collectors.joining(",")));
        settings.put(
                "listeners",
                String.format(
                        Locale.ROOT,
                        "APPLICATIONS://127.0.0.1:%d,DRIVER://127.0.0.1:%d,PEERS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d",
                        places.applications(),
                        places.driver(),
                        places.peers(),
                        places.controller()));
        settings.put(
                "advertised.listeners",
                String.format(
                        Locale.ROOT,
                        "APPLICATIONS://127.0.0.1:%d,DRIVER://127.0.0.1:%d,PEERS://127.0.0.1:%d",
                        advertised,
                        places.driver(),
                        places.peers()));
        return settings;
    }

    /** @param brokers how many there are: there cannot be more copies */
    private static Properties shared(int brokers) {
        var settings = new Properties();
        settings.putAll(SHARED);
        var most = brokers > 2 ? "2" : "1";
        // copies, and how many of them have it before anything is acknowledged
        for (var copies : List.of(
                "default.replication.factor",
                "offsets.topic.replication.factor",
                "transaction.state.log.replication.factor",
                "share.coordinator.state.topic.replication.factor")) {
            settings.put(copies, "" + brokers);
        }
        for (var least : List.of(
                "min.insync.replicas", "transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr")) {
            settings.put(least, most);
        }
        return settings;
    }
}
