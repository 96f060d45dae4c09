package topfive.standalone.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controller and broker in one, as {@link KafkaRaftServer} puts them together, with one difference: after a kill -9 the broker begins only
 * when the controller has given up the one that died. Until then it would hold itself for the leader of every partition, and when it is
 * told in the middle of ending a transaction that there is none, it takes the partitions for deleted: the transaction counts as ended, but
 * in no partition it is (4.3.1; decision 5). It would have to wait for the same moment anyway, to be registered.
 */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final int SECONDS = 30;

    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    Node(KafkaConfig config) {
        var folders = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        this.shared = new SharedServer(
                config,
                folders._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
        this.broker = new BrokerServer(shared);
    }

    /** Returns when the broker takes connections. */
    void startup() {
        controller.startup();
        awaitNoOther();
        broker.startup();
    }

    private void awaitNoOther() {
        var gone = new CompletableFuture<Void>();
        var watch = new Registered(gone);
        try {
            shared.loader().installPublishers(List.of(watch)).get(SECONDS, TimeUnit.SECONDS);
            gone.get(SECONDS, TimeUnit.SECONDS);
            shared.loader().removeAndClosePublisher(watch).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the controller starts", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the controller does not give up the broker that ran here before", e);
        }
    }

    void shutdown() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** Done when no broker of our number may lead. */
    private record Registered(CompletableFuture<Void> gone) implements MetadataPublisher {
        @Override
        public String name() {
            return "the broker that ran here before";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            var registration = image.cluster().broker(BrokerSettings.NODE);
            if (registration == null || registration.fenced()) {
                gone.complete(null);
            }
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
