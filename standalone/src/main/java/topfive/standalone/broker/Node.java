package topfive.standalone.broker;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controller and broker in one, as {@link KafkaRaftServer} puts them together, with one difference: the controller gives up the broker that ran
 * here before, and only then the broker begins. After a kill -9 it would else hold itself for the leader of every partition, and when it is told
 * in the middle of ending a transaction that there is none, it takes the partitions for deleted: the transaction counts as ended, but in no
 * partition it is (4.3.1; decision 5).
 */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(20);

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
        giveUpTheOneBefore();
        broker.startup();
    }

    /** At the first start there is none. */
    private void giveUpTheOneBefore() {
        var anonymous =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                controller
                        .controller()
                        .unregisterBroker(anonymous, BrokerSettings.NODE)
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                    return;
                }
                if (!(e.getCause() instanceof NotControllerException) || System.nanoTime() - until > 0) {
                    throw new IllegalStateException(
                            "the controller does not give up the broker that ran here before", e);
                }
                LockSupport.parkNanos(A_MOMENT.toNanos()); // it is not elected yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the controller starts", e);
            } catch (TimeoutException e) {
                throw new IllegalStateException("the controller does not answer", e);
            }
        }
    }

    void shutdown() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
