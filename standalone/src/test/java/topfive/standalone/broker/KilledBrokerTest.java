package topfive.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.OwnProcess;
import topfive.standalone.topic.Broker;

class KilledBrokerTest {
    private static final Duration BUDGET = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void after_kill_9_it_is_back_in_time_with_every_record_it_acknowledged() throws Exception {
        var data = folder.resolve("data");
        var ready = folder.resolve("ready");
        try (var process = OwnProcess.start(folder, List.of(), BrokerAlone.class, data.toString(), ready.toString())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(ready) && !Files.readString(ready).isEmpty());
            send(Files.readString(ready), 5000);
            process.process().destroyForcibly().waitFor();
        }

        var began = System.nanoTime();
        try (var broker = EmbeddedBroker.start(data, 0)) {
            assertThat(EmbeddedBrokerTest.values(broker)).hasSize(5000).contains("0", "4999");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BUDGET);
        }
    }

    private static void send(String address, int records) throws Exception {
        var clients = new Broker(Map.of("bootstrap.servers", address));
        try (var admin = clients.admin();
                var producer = clients.producer()) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
            var sent = new ArrayList<Future<RecordMetadata>>();
            IntStream.range(0, records)
                    .forEach(i -> sent.add(
                            producer.send(new ProducerRecord<>("kept", ("" + i).getBytes(StandardCharsets.UTF_8)))));
            for (var one : sent) {
                one.get();
            }
        }
    }
}
