package topfive.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.chaos.net.Weather;

/** What the brokers are told; that they do it is seen in every run. */
class ClusterTest {
    @TempDir
    private Path folder;

    @Test
    void each_of_three_brokers_keeps_a_copy_and_two_must_have_it() throws IOException {
        try (var cluster = Cluster.in(folder, 3, false, 2, Map.of(), 1)) {
            assertThat(cluster.nodes()).extracting(Node::id).containsExactly(1, 2, 3);
            assertThat(settings(2))
                    .containsEntry("node.id", "2")
                    .containsEntry("default.replication.factor", "3")
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("transaction.state.log.min.isr", "2");
        }
    }

    @Test
    void a_broker_alone_asks_for_no_copy_that_nobody_can_keep() throws IOException {
        try (var cluster = Cluster.in(folder, 1, false, 2, Map.of(), 1)) {
            assertThat(cluster.nodes()).hasSize(1);
            assertThat(settings(1))
                    .containsEntry("offsets.topic.replication.factor", "1")
                    .containsEntry("min.insync.replicas", "1");
        }
    }

    @Test
    void a_wish_of_the_run_goes_before_what_is_usual() throws IOException {
        try (var cluster = Cluster.in(folder, 3, false, 2, Map.of("min.insync.replicas", "1"), 1)) {
            assertThat(cluster.direct()).hasSizeGreaterThan(20);
            assertThat(settings(1)).containsEntry("min.insync.replicas", "1");
        }
    }

    @Test
    void applications_are_told_the_door_and_the_driver_goes_past_it() throws IOException {
        try (var cluster = Cluster.in(folder, 3, false, 2, Map.of(), 1)) {
            var door = cluster.door(cluster.nodes().get(0)).address().getPort();
            assertThat(settings(1).getProperty("advertised.listeners")).contains("APPLICATIONS://127.0.0.1:" + door);
            assertThat(cluster.bootstrapServers()).startsWith("127.0.0.1:" + door + ",");
            assertThat(cluster.direct()).doesNotContain("" + door);
        }
    }

    @Test
    void brokers_that_can_be_divided_see_each_other_through_addresses_of_their_own() throws IOException {
        try (var cluster = Cluster.in(folder, 3, true, 2, Map.of(), 1)) {
            assertThat(hosts(1))
                    .containsExactly(
                            "127.0.0.1 localhost", "127.0.0.1 broker-1", "127.0.0.11 broker-2", "127.0.0.11 broker-3");
            assertThat(hosts(3))
                    .containsExactly(
                            "127.0.0.1 localhost", "127.0.0.13 broker-1", "127.0.0.13 broker-2", "127.0.0.1 broker-3");
            cluster.weatherAround(cluster.nodes().get(0), Weather.FAIR);
        }
    }

    @Test
    void others_are_not_divided_in_silence() throws IOException {
        try (var cluster = Cluster.in(folder, 3, false, 2, Map.of(), 1)) {
            assertThat(hosts(2)).contains("127.0.0.1 broker-1", "127.0.0.1 broker-3");
            var node = cluster.nodes().get(0);
            assertThatThrownBy(() -> cluster.weatherAround(node, Weather.FAIR))
                    .hasMessageContaining("cannot be cut off");
        }
    }

    @Test
    void a_port_that_waits_for_its_broker_is_not_one_that_the_system_lends_out() {
        var ports = new FreePorts();
        assertThat(List.of(ports.next(), ports.next(), ports.next()))
                .allMatch(port -> port < 32_000)
                .doesNotHaveDuplicates();
    }

    private Properties settings(int broker) throws IOException {
        var settings = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("broker-" + broker + "/server.properties"))) {
            settings.load(in);
        }
        return settings;
    }

    private List<String> hosts(int broker) throws IOException {
        return Files.readAllLines(folder.resolve("broker-" + broker + "/hosts"), StandardCharsets.UTF_8);
    }
}
