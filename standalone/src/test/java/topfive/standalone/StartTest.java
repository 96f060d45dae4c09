package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import topfive.contract.Topics;
import topfive.standalone.broker.OtherBroker;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;
import topfive.standalone.topic.Broker;

/** A service on somebody else's broker: what it says while it waits, and while it runs. */
class StartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void a_topic_that_is_deleted_while_it_runs_is_named_by_readiness() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of());
                var running = new Running()) {
            Start.services(Start.Which.DASHBOARD, configuration(other), manner(), running);
            var kafka = running.readiness().get("kafka");
            await().during(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> kafka.get().isReady());

            try (var admin = new Broker(Map.of("bootstrap.servers", other.at("INTERNAL"))).admin()) {
                admin.deleteTopics(List.of(Topics.DECISIONS.name())).all().get();
            }

            await().atMost(PATIENCE).until(() -> !kafka.get().isReady());
            assertThat(kafka.get().missing())
                    .isEqualTo("deleted while this service runs: topfive.decisions.v1; to do: stop it, then"
                            + " `topfive topics ensure`, then start it");
        }
    }

    @Test
    void a_start_that_waits_for_a_cluster_that_answers_says_so_now_and_then() throws Exception {
        var settings = Map.of("transaction.state.log.min.isr", "2");
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), settings);
                var running = new Running()) {
            try (var admin = new Broker(Map.of("bootstrap.servers", other.at("INTERNAL"))).admin()) {
                var transactions = new NewTopic("__transaction_state", 1, (short) 1);
                admin.createTopics(List.of(transactions)).all().get();
            }
            var said = new ListAppender<ILoggingEvent>();
            said.start();
            var log = (Logger) LoggerFactory.getLogger(Start.class);
            log.addAppender(said);
            try {
                assertThatThrownBy(() -> Start.services(Start.Which.DASHBOARD, configuration(other), manner(), running))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.status()).isEqualTo(Exit.UNREACHABLE))
                        .hasMessageContaining("__transaction_state have no leader or fewer than 2");
            } finally {
                log.detachAppender(said);
            }

            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .filteredOn(line -> line.contains("__transaction_state"))
                    .hasSizeBetween(1, 2); // one each four seconds, and it waits for five
        }
    }

    private Configuration configuration(OtherBroker other) {
        var flags = Map.of(
                "kafka.bootstrap.servers", other.at("INTERNAL"),
                "kafka-wait", "5s",
                "data", folder.resolve("data").toString(),
                "dashboard.port", "0",
                "admin.port", "0");
        return new ReadConfiguration(Layers.of(Optional.empty(), Map.of(), flags), folder, folder).read();
    }

    private static Manner manner() {
        return Manner.everyDay(InstantSource.system());
    }
}
