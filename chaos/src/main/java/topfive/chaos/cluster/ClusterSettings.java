package topfive.chaos.cluster;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/** How brokers are set up: as a careful operator would, but for what makes them small and quick to notice a death. */
final class ClusterSettings {
    private ClusterSettings() {}

    /** @param brokers how many there are: there cannot be more copies */
    static Properties of(int brokers) {
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
            // a dead broker is given up after 3 s instead of 9
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // fits into 256 MB
            Map.entry("log.cleaner.dedupe.buffer.size", "" + 4 * 1024 * 1024),
            Map.entry("socket.request.max.bytes", "" + 32 * 1024 * 1024),
            Map.entry("replica.fetch.max.bytes", "" + 17 * 1024 * 1024),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.recovery.threads.per.data.dir", "1"));
}
