package topfive.standalone.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** How one broker alone on a laptop differs from Kafka's defaults, which are made for a cluster. */
final class BrokerSettings {
    static final int NODE = 1;

    private BrokerSettings() {}

    /** @param controller the controller's own port; may change from start to start */
    static Properties of(Path folder, int listener, int controller) {
        var settings = new Properties();
        settings.putAll(ALONE);
        settings.put("log.dirs", folder.toString());
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + listener + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + listener);
        return settings;
    }

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "" + NODE),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            // one node cannot hold the three copies that are the default
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            // the default of 50 partitions each costs start-up time and open files
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // a transaction that nobody will end holds up whoever reads committed records: by default ten seconds more
            // than its own time
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            // nobody could take over from the only broker: where the machine stands still, it is not to be given up
            // (decision 5)
            Map.entry("broker.session.timeout.ms", "" + Duration.ofDays(1).toMillis()),
            // the default of 128 MB does not fit into our heap
            Map.entry("log.cleaner.dedupe.buffer.size", "" + 4 * 1024 * 1024),
            // a document may have 4 MiB, a dead letter 16
            Map.entry("socket.request.max.bytes", "" + 32 * 1024 * 1024),
            Map.entry("replica.fetch.max.bytes", "" + 17 * 1024 * 1024),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.recovery.threads.per.data.dir", "1"));
}
