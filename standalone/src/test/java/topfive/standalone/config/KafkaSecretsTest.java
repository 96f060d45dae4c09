package topfive.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.Refusal;

/** Where secrets of Kafka's clients come from, and that none is shown. */
class KafkaSecretsTest {
    @TempDir
    private Path folder;

    @Test
    void what_kafka_calls_a_password_is_not_shown_for_one_kind_of_client_either() throws IOException {
        var layers = layers(
                "kafka: {sasl.oauthbearer.assertion.private.key.passphrase: canary,"
                        + " producer.sasl.oauthbearer.assertion.private.key.passphrase: canary, linger.ms: 7}",
                Map.of());

        assertThat(ShowConfiguration.lines(layers))
                .noneMatch(line -> line.contains("canary"))
                .anyMatch(line -> line.startsWith("kafka.linger.ms: 7"));
    }

    @Test
    void a_setting_of_kafka_that_ends_in_file_is_a_path_and_not_what_is_in_there() throws IOException {
        var variable = "TOPFIVE_KAFKA_SASL_OAUTHBEARER_ASSERTION_PRIVATE_KEY_FILE";

        assertThat(kafka(layers("kafka: {bootstrap.servers: \"a:1\"}", Map.of(variable, "/run/secrets/key.pem"))))
                .containsEntry("sasl.oauthbearer.assertion.private.key.file", "/run/secrets/key.pem");
    }

    @Test
    void the_later_of_a_setting_and_the_file_that_holds_it_is_in_force() throws IOException {
        Files.writeString(folder.resolve("of-yml"), "of-yml");
        var ofEnvironment = Files.writeString(folder.resolve("of-environment"), "of-environment");
        var inFile = "kafka: {ssl.key.password-file: of-yml}";
        var plain = "kafka: {ssl.key.password: of-yml}";
        var variable = "TOPFIVE_KAFKA_SSL_KEY_PASSWORD";

        assertThat(kafka(layers(inFile, Map.of()))).containsEntry("ssl.key.password", "of-yml");
        assertThat(kafka(layers(inFile, Map.of(variable, "said")))).containsEntry("ssl.key.password", "said");
        assertThat(kafka(layers(inFile, Map.of(variable + "_FILE", ofEnvironment.toString()))))
                .containsEntry("ssl.key.password", "of-environment");
        assertThat(kafka(layers(plain, Map.of(variable + "_FILE", ofEnvironment.toString()))))
                .containsEntry("ssl.key.password", "of-environment");
        assertThat(ShowConfiguration.lines(layers(inFile, Map.of(variable, "said"))))
                .filteredOn(line -> line.startsWith("kafka.ssl.key.password"))
                .containsExactly("kafka.ssl.key.password: •••  # the environment");
        assertThat(kafka(Layers.of(
                        Optional.of(Files.writeString(folder.resolve("topfive.yml"), plain)),
                        Map.of(),
                        new HashMap<>(Map.of("kafka.ssl.key.password-file", ofEnvironment.toString())))))
                .containsEntry("ssl.key.password", "of-environment");
        assertThatThrownBy(() -> kafka(layers("kafka: {ssl.key.password: a, ssl.key.password-file: of-yml}", Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("set twice");
    }

    private Map<String, String> kafka(Layers layers) {
        return KafkaSettings.of(layers, folder);
    }

    private Layers layers(String yaml, Map<String, String> environment) throws IOException {
        var file = Files.writeString(folder.resolve("topfive.yml"), yaml);
        return Layers.of(Optional.of(file), environment, Map.of());
    }
}
