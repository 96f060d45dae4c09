package topfive.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the brokers are told; that they do it is seen in every run. */
class ClusterTest {
    @TempDir
    private Path folder;

    @Test
    void each_of_three_brokers_keeps_a_copy_and_two_must_have_it() throws IOException {
        try (var cluster = Cluster.in(folder, 3, 2, Map.of(), 1)) {
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
        try (var cluster = Cluster.in(folder, 1, 2, Map.of(), 1)) {
            assertThat(cluster.nodes()).hasSize(1);
            assertThat(settings(1))
                    .containsEntry("offsets.topic.replication.factor", "1")
                    .containsEntry("min.insync.replicas", "1");
        }
    }

    @Test
    void a_wish_of_the_run_goes_before_what_is_usual() throws IOException {
        try (var cluster = Cluster.in(folder, 3, 2, Map.of("min.insync.replicas", "1"), 1)) {
            assertThat(cluster.direct()).hasSizeGreaterThan(20);
            assertThat(settings(1)).containsEntry("min.insync.replicas", "1");
        }
    }

    @Test
    void applications_are_told_the_door_and_the_driver_goes_past_it() throws IOException {
        try (var cluster = Cluster.in(folder, 3, 2, Map.of(), 1)) {
            var door = cluster.doors().get(0).address().getPort();
            assertThat(settings(1).getProperty("advertised.listeners")).contains("APPLICATIONS://127.0.0.1:" + door);
            assertThat(cluster.bootstrapServers()).startsWith("127.0.0.1:" + door + ",");
            assertThat(cluster.direct()).doesNotContain("" + door);
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
}
