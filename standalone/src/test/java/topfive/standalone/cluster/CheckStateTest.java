package topfive.standalone.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.EnsureTopics;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.topic.Broker;

class CheckStateTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_read_and_what_was_made_of_it_are_there_together_or_not_at_all() throws Exception {
        try (var embedded = EmbeddedBroker.start(folder, 0)) {
            var broker = new Broker(Map.of("bootstrap.servers", embedded.address()));
            try (var admin = broker.admin()) {
                EnsureTopics.on(admin, Topics.ALL, true);
                assertThat(CheckState.of(broker)).as("a new installation").isEmpty();

                var internal = Processor.internalTopics();
                admin.createTopics(internal.stream()
                                .skip(1)
                                .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()))
                                .toList())
                        .all()
                        .get();
                assertThat(CheckState.of(broker)).as("nothing was read").isEmpty();

                admin.alterConsumerGroupOffsets(
                                Processor.APPLICATION,
                                Map.of(new TopicPartition(Topics.DOCUMENTS.name(), 0), new OffsetAndMetadata(7)))
                        .all()
                        .get();
                assertThat(CheckState.of(broker)).singleElement().satisfies(finding -> {
                    assertThat(finding.grade()).isEqualTo(Finding.Grade.WRONG);
                    assertThat(finding.what()).contains("of what it made of them " + internal.get(0) + " is gone");
                    assertThat(finding.remedy()).contains("--delete --group topfive-processor-v1");
                });

                admin.createTopics(List.of(new NewTopic(internal.get(0), Optional.of(1), Optional.empty())))
                        .all()
                        .get();
                assertThat(CheckState.of(broker)).as("all there").isEmpty();
            }
        }
    }
}
