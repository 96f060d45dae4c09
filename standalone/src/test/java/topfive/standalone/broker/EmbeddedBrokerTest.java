package topfive.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

class EmbeddedBrokerTest {
    @TempDir
    private Path data;

    @Test
    void what_was_acknowledged_is_there_after_a_restart_under_the_same_cluster_id() throws Exception {
        try (var broker = EmbeddedBroker.start(data, 0)) {
            send(broker, "before");
        }
        var meta = Files.readString(data.resolve("broker/meta.properties"));

        try (var broker = EmbeddedBroker.start(data, 0)) {
            assertThat(values(broker)).containsExactly("before");
        }
        assertThat(Files.readString(data.resolve("broker/meta.properties"))).isEqualTo(meta);
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_in_one_line() {
        try (var broker = EmbeddedBroker.start(data, 0)) {
            assertThat(broker.address()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(data, 0))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("the data folder " + data + " is in use by another topfive");
        }
    }

    @Test
    void a_taken_port_is_named_and_the_folder_stays_free() {
        try (var broker = EmbeddedBroker.start(data, 0)) {
            var taken = Integer.parseInt(broker.address().split(":")[1]);
            var other = data.resolve("other");

            assertThatThrownBy(() -> EmbeddedBroker.start(other, taken))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("port " + taken + " of 127.0.0.1 is taken, so the embedded broker cannot listen there");
            try (var lock = FolderLock.on(other)) {
                assertThat(lock).isNotNull();
            }
        }
    }

    static void send(EmbeddedBroker broker, String value) throws Exception {
        var clients = new Broker(Map.of("bootstrap.servers", broker.address()));
        try (var admin = clients.admin();
                var producer = clients.producer()) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("kept", value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    static List<String> values(EmbeddedBroker broker) {
        var values = new ArrayList<String>();
        try (var read = ReadTopic.of(new Broker(Map.of("bootstrap.servers", broker.address())), "kept")) {
            read.fromBeginning().toEnd(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
        }
        return values;
    }
}
