package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.broker.Ports;

class RunAllTest {
    @TempDir
    private Path folder;

    @Test
    void it_says_where_it_listens_logs_a_line_of_its_own_and_stops_when_told_to() throws Exception {
        try (var process = OwnProcess.start(folder, List.of(), Topfive.class, arguments("run", "all"))) {
            await().atMost(Duration.ofSeconds(90)).until(() -> process.talked().contains("Ctrl-C stops"));
            assertThat(process.talked())
                    .containsPattern("broker  127\\.0\\.0\\.1:\\d+\n")
                    .containsPattern("admin  http://127\\.0\\.0\\.1:\\d+");

            process.process().destroy();

            process.end(30);
            assertThat(process.talked()).containsPattern("level=INFO logger=Running stopped took=\\d+ms");
            assertThat(process.said()).isEmpty();
        }
    }

    /** Kafka asks for an old logging interface; with the wrong pair of jars all its lines vanish without a word. */
    @Test
    void a_line_of_kafkas_own_appears_in_the_log() throws Exception {
        var nobody = "kafka.bootstrap.servers=127.0.0.1:" + Ports.free();
        try (var process = OwnProcess.start(
                folder, List.of(), Topfive.class, "top", "--set", nobody, "--set", "kafka.retry.backoff.ms=2000")) {
            assertThat(process.end(60)).isEqualTo(Exit.UNREACHABLE);
            assertThat(process.talked())
                    .contains("level=WARN logger=CommonClientConfigs Configuration 'retry.backoff.ms'")
                    .doesNotContain("SLF4J");
        }
    }

    private String[] arguments(String... command) {
        var free = List.of("broker.port", "dashboard.port", "ingest.port", "admin.port").stream()
                .flatMap(port -> Stream.of("--set", port + "=0"));
        return Stream.of(
                        List.of(command).stream(),
                        free,
                        Stream.of("--data", folder.resolve("data").toString()))
                .flatMap(arguments -> arguments)
                .toArray(String[]::new);
    }
}
