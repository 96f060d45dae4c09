package topfive.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

class WholePathInContainersTest {
    @TempDir
    private Path data;

    @Test
    void the_sample_day_goes_from_its_sources_to_page_and_topics_on_a_broker_in_a_container() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no docker engine on this machine");
        try (var kafka = new KafkaContainer("apache/kafka:4.3.1")) {
            kafka.start();
            new WholePath(data, Optional.of(kafka.getBootstrapServers())).holds();
        }
    }
}
