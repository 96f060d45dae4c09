package topfive.standalone.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.broker.OtherBroker;
import topfive.standalone.topic.Broker;

/** One broker with the settings of a cluster, or with topics that somebody else has made. */
class SuitedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void one_broker_with_the_defaults_of_three_is_refused_instead_of_waited_for_without_end() throws Exception {
        var defaults = new HashMap<String, String>();
        defaults.put("transaction.state.log.replication.factor", "3");
        defaults.put("transaction.state.log.min.isr", "2");
        defaults.put("offsets.topic.replication.factor", "3");
        defaults.put("default.replication.factor", "3");
        defaults.put("group.min.session.timeout.ms", "10000");
        defaults.put("socket.request.max.bytes", "1000000");
        defaults.put("message.max.bytes", "100000");
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), defaults)) {
            var broker = at(other);

            assertThat(CheckCluster.of(broker))
                    .extracting(finding -> finding.grade() + " " + finding.what())
                    .containsExactly(
                            "WRONG transaction.state.log.replication.factor is 3, but there is 1 broker: __transaction_state cannot be made,"
                                    + " and exactly once would wait for ever",
                            "WRONG offsets.topic.replication.factor is 3, but there is 1 broker: __consumer_offsets cannot be made,"
                                    + " and exactly once would wait for ever",
                            "WRONG socket.request.max.bytes is 1000000, at least 16842752 is needed: a dead letter has up to 16 MiB",
                            "WRONG message.max.bytes is 100000, at least 1048588 is needed: an edition has up to 1 MiB",
                            "WRONG group.min.session.timeout.ms is 10000, and the processor asks for 7000",
                            "WRONG default.replication.factor is 3, but there is 1 broker");
            assertThatThrownBy(() -> Suited.mustBe(broker, false, Needs.ALL))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION));
        }
    }

    @Test
    void where_the_topics_are_made_a_broker_that_is_away_keeps_nobody_from_starting() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of("default.replication.factor", "3"))) {
            var broker = at(other);
            try (var admin = broker.admin()) {
                var documents = new NewTopic(Topics.DOCUMENTS.name(), Optional.of(12), Optional.of((short) 1));
                admin.createTopics(List.of(documents)).all().get();
            }

            assertThat(CheckCluster.of(broker))
                    .extracting(finding -> finding.grade() + " " + finding.what())
                    .contains("RISKY default.replication.factor is 3, but there is 1 broker");
        }
    }

    @Test
    void on_a_broker_of_its_own_everything_is_made_and_all_that_is_left_to_say_is_that_it_is_one() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of())) {
            var broker = at(other);

            assertThat(Suited.findings(broker, false, Needs.ALL))
                    .extracting(Finding::what)
                    .anyMatch(what -> what.startsWith("10 topics missing: topfive.documents.v1, "))
                    .anyMatch(what -> what.startsWith("there is 1 broker: "))
                    .hasSize(2);
            Suited.mustBe(broker, false, Needs.ALL);
            assertThat(Suited.findings(broker, false, Needs.ALL))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.grade()).isEqualTo(Finding.Grade.RISKY);
                        assertThat(finding.what()).startsWith("there is 1 broker: ");
                    });
            try (var admin = broker.admin()) {
                assertThat(admin.describeTopics(List.of(Topics.DOCUMENTS.name()))
                                .allTopicNames()
                                .get()
                                .get(Topics.DOCUMENTS.name())
                                .partitions())
                        .hasSize(12);
            }
        }
    }

    @Test
    void a_topic_that_is_not_as_it_should_be_is_named_and_mended_but_never_its_partitions() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of())) {
            var broker = at(other);
            try (var admin = broker.admin()) {
                admin.createTopics(List.of(
                                topic(Topics.DOCUMENTS.name(), 12, Map.of("retention.ms", "1000")),
                                topic(Topics.DAILY.name(), 1, Map.of("cleanup.policy", "delete")),
                                topic(Topics.SOURCES.name(), 1, Map.of("cleanup.policy", "compact"))))
                        .all()
                        .get();
                EnsuredTopicsLines.of(broker)
                        .are(
                                "WRONG topfive.documents.v1 has max.message.bytes=1048588, expected 4194304",
                                "RISKY topfive.daily.v1 has cleanup.policy=delete, expected compact",
                                "RISKY topfive.documents.v1 has compression.type=producer, expected zstd",
                                "RISKY topfive.documents.v1 has message.timestamp.type=CreateTime, expected LogAppendTime",
                                "RISKY topfive.documents.v1 has retention.ms=1000, expected 34560000000",
                                "RISKY topfive.sources.v1 has message.timestamp.type=CreateTime, expected LogAppendTime");
                assertThatThrownBy(() -> EnsuredTopics.on(broker, false, Needs.ALL))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> {
                            assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION);
                            assertThat(refusal.remedy()).startsWith("topfive topics ensure --fix");
                        });

                assertThat(EnsuredTopics.byHand(broker, false, true).set()).hasSize(5);
                assertThat(EnsuredTopics.findings(broker, false, Needs.ALL))
                        .as("by compaction older revisions would go")
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.what())
                                    .isEqualTo("topfive.daily.v1 has cleanup.policy=delete, expected compact");
                            assertThat(finding.remedy())
                                    .startsWith("left to you, since records may go by it: kafka-configs.sh");
                        });

                admin.deleteTopics(List.of(Topics.DOCUMENTS.name())).all().get();
                admin.createTopics(List.of(topic(Topics.DOCUMENTS.name(), 1, new HashMap<>(Topics.DOCUMENTS.config()))))
                        .all()
                        .get();
                await().atMost(PATIENCE) // until the broker has heard of it from its controller
                        .until(() -> admin.describeTopics(List.of(Topics.DOCUMENTS.name()))
                                        .allTopicNames()
                                        .get()
                                        .get(Topics.DOCUMENTS.name())
                                        .partitions()
                                        .size()
                                == 1);
                assertThatThrownBy(() -> EnsuredTopics.on(broker, false, Needs.ALL))
                        .hasMessage("topfive.documents.v1 has 1 partitions, expected 12");
            }
        }
    }

    @Test
    void whoever_keeps_records_for_longer_is_let_alone_and_what_is_made_is_said() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of())) {
            var broker = at(other);
            try (var admin = broker.admin()) {
                var forEver = new HashMap<>(Topics.DOCUMENTS.config());
                forEver.put("retention.ms", "-1");
                var longer = new HashMap<>(Topics.LIVE.config());
                longer.put("min.compaction.lag.ms", "864000000");
                admin.createTopics(List.of(
                                topic(Topics.DOCUMENTS.name(), 12, forEver), topic(Topics.LIVE.name(), 1, longer)))
                        .all()
                        .get();

                var done = EnsuredTopics.byHand(broker, false, true);

                assertThat(done.made()).hasSize(Topics.ALL.size() - 2).contains(Topics.DAILY.name());
                assertThat(done.set()).isEmpty();
                assertThat(done.findings()).isEmpty();
                var documents = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DOCUMENTS.name());
                assertThat(admin.describeConfigs(List.of(documents))
                                .all()
                                .get()
                                .get(documents)
                                .get("retention.ms")
                                .value())
                        .isEqualTo("-1");
            }
        }
    }

    @Test
    void a_topic_that_is_deleted_while_a_service_runs_is_one_line_and_one_made_anew_another() throws Exception {
        try (var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of())) {
            var broker = at(other);
            EnsuredTopics.on(broker, false, Needs.ALL);
            try (var watch = TopicsWatch.start(broker, Needs.DASHBOARD, Duration.ofMillis(100));
                    var admin = broker.admin()) {
                await().during(Duration.ofMillis(500))
                        .atMost(PATIENCE)
                        .until(() -> watch.readiness().isReady());

                admin.deleteTopics(List.of(Topics.DAILY.name())).all().get();
                await().atMost(PATIENCE).until(() -> !watch.readiness().isReady());
                assertThat(watch.readiness().missing())
                        .startsWith("deleted while this service runs: topfive.daily.v1; to do: ");

                EnsuredTopics.on(broker, false, Needs.ALL);
                await().atMost(PATIENCE).until(() -> watch.readiness().missing().startsWith("deleted and made anew"));
                assertThat(watch.readiness().isReady()).isFalse();
            }
        }
    }

    @Test
    void a_broker_that_goes_away_is_no_reason_to_exit() throws Exception {
        var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of());
        var broker = at(other);
        EnsuredTopics.on(broker, false, Needs.ALL);
        try (var watch = TopicsWatch.start(broker, Needs.DASHBOARD, Duration.ofMillis(100))) {
            await().during(Duration.ofMillis(500))
                    .atMost(PATIENCE)
                    .until(() -> watch.readiness().isReady());
            other.close();
            await().atMost(PATIENCE).until(() -> !watch.readiness().isReady());
            assertThat(watch.readiness().missing())
                    .isEqualTo("the broker at " + broker.address() + " does not answer; waiting for it");
        }
    }

    private record EnsuredTopicsLines(List<String> lines) {
        static EnsuredTopicsLines of(Broker broker) {
            return new EnsuredTopicsLines(EnsuredTopics.findings(broker, false, Needs.ALL).stream()
                    .map(finding -> finding.grade() + " " + finding.what())
                    .filter(line -> !line.contains("topics missing"))
                    .sorted(java.util.Comparator.comparing(line -> line.startsWith("RISKY") ? "2" + line : "1" + line))
                    .toList());
        }

        void are(String... expected) {
            assertThat(lines).containsExactly(expected);
        }
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }

    private static Broker at(OtherBroker other) {
        return new Broker(Map.of("bootstrap.servers", other.at("INTERNAL")));
    }
}
