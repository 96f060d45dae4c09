package topfive.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.ingest.push.Pass;
import topfive.processor.classify.Taxonomy;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;

class ConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_file_the_defaults_hold() throws IOException {
        var configuration = read("", Map.of(), Map.of());

        assertThat(configuration.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(configuration.grace()).isEqualTo(Duration.ofMinutes(30));
        assertThat(configuration.data()).isEqualTo(Path.of("/home/ada/.topfive"));
        assertThat(configuration.cluster()).isEmpty();
        assertThat(configuration.dashboard().port()).isEqualTo(8080);
        assertThat(List.of(configuration.dashboard(), configuration.push(), configuration.admin()))
                .as("nothing is open by default")
                .allSatisfy(listener -> {
                    assertThat(listener.bind()).isEqualTo("127.0.0.1");
                    assertThat(listener.token()).isEmpty();
                });
        assertThat(configuration.languages()).containsExactly("en");
        assertThat(configuration.sources()).isEmpty();
    }

    @Test
    void the_environment_beats_the_file_and_a_flag_beats_both() throws IOException {
        var file = "dashboard: {port: 1}\nadmin.port: 1\ningest.port: 1\n";
        var environment = Map.of("TOPFIVE_ADMIN_PORT", "2", "TOPFIVE_INGEST_PORT", "2", "HOME", "/elsewhere");

        var configuration = read(file, environment, Map.of("ingest.port", "3"));

        assertThat(configuration.dashboard().port()).isEqualTo(1);
        assertThat(configuration.admin().port()).isEqualTo(2);
        assertThat(configuration.push().port()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zoen: UTC | unknown key zoen in FILE | did you mean zone?",
                "dashboard: {prot: 80} | unknown key dashboard.prot in FILE | did you mean dashboard.port?",
                "kafka: {bootstrap.server: x} | unknown key kafka.bootstrap.server in FILE | did you mean kafka.bootstrap.servers?",
                "'sources: [{id: a, url: b, evry: 5m}]' | unknown key sources[0].evry in FILE | did you mean every?",
                "zone: Mars | zone in FILE is \"Mars\" | expected a time zone, e.g. UTC or Europe/Berlin",
                "grace: soon | grace in FILE is \"soon\" | expected a duration, e.g. 90s, 30m or 2h",
                "dashboard.port: 99999 | dashboard.port in FILE is \"99999\" | expected a port from 0 to 65535, where 0 picks a free one",
                "'sources: [{id: a, url: b, kind: fed}]' | sources[0].kind in FILE is \"fed\" | expected one of feed, page, episode, folder, file",
                "'sources: [{id: a}]' | sources[0].url is missing | expected an address or a folder",
                "'[a, b]' | FILE is no list of settings | each line is key: value, as `topfive config init` writes it",
                "ingest.bind: 0.0.0.0 | ingest.bind in FILE is 0.0.0.0, open to others, but ingest.token is empty"
                        + " | set ingest.token (or TOPFIVE_INGEST_TOKEN_FILE), or bind to 127.0.0.1",
                "ingest.rate: 0 | ingest.rate in FILE is \"0\" | expected a whole number from 1 to 1000000",
                "websub.callback: news.example | websub.callback in FILE is \"news.example\" | expected an address that begins with http:// or https://",
                "'ingest: {tokens: [{tokn: x, sources: [a]}]}' | unknown key ingest.tokens[0].tokn in FILE | did you mean token?",
                "'ingest: {tokens: [{sources: [a]}]}' | ingest.tokens[0].token is missing"
                        + " | expected one of token, token-file (a bearer token), secret, secret-file (what requests are signed with)",
                "'ingest: {tokens: [{token: 0123456789abcdef}]}' | ingest.tokens[0].sources is missing"
                        + " | expected ids of sources, e.g. [wire, blog], or [\"*\"]",
                "'ingest: {tokens: [{token: short, sources: [a]}]}' | ingest.tokens[0].token has 5 characters"
                        + " | expected 16 or more, e.g. what `openssl rand -hex 32` prints",
                "'ingest: {tokens: 0123456789abcdef}' | ingest.tokens in FILE is no list of tokens"
                        + " | expected e.g. ingest.tokens: [{token-file: wire.token, sources: [wire]}]; one for all sources is ingest.token",
                "admin.bind: '::' | admin.bind in FILE is ::, open to others, but admin.token is empty"
                        + " | set admin.token (or TOPFIVE_ADMIN_TOKEN_FILE), or bind to 127.0.0.1"
            })
    void a_typo_stops_the_start_and_says_what_was_meant(String yaml, String what, String remedy) {
        assertThatThrownBy(() -> read(yaml, Map.of(), Map.of())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.getMessage()).isEqualTo(what.replace("FILE", file().toString()));
            assertThat(refusal.remedy()).isEqualTo(remedy);
            assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION);
        });
    }

    @Test
    void a_typo_in_the_environment_is_named_too() {
        assertThatThrownBy(() -> read("", Map.of("TOPFIVE_DASHBORD_PORT", "80"), Map.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.getMessage())
                            .isEqualTo("TOPFIVE_DASHBORD_PORT in the environment is no setting");
                    assertThat(refusal.remedy()).isEqualTo("did you mean TOPFIVE_DASHBOARD_PORT?");
                });
    }

    @Test
    void a_file_that_is_not_yaml_is_named_with_the_line() {
        assertThatThrownBy(() -> read("zone: UTC\ngrace: [30m\nlanguages: [en]\n", Map.of(), Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(file() + " line 3");
    }

    @Test
    void a_secret_comes_from_a_file_and_is_never_shown() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        var environment = Map.of("TOPFIVE_INGEST_TOKEN_FILE", secret.toString());

        assertThat(read("ingest.bind: 0.0.0.0\n", environment, Map.of()).push().token())
                .contains("s3cret");
        assertThat(ShowConfiguration.lines(Layers.of(Optional.of(file()), environment, Map.of())))
                .contains("ingest.token: •••  # the environment", "ingest.bind: 0.0.0.0  # " + file());
    }

    @Test
    void what_kafka_understands_is_passed_on_to_its_clients() throws IOException {
        var yaml = "kafka:\n  bootstrap.servers: a:9092,b:9092\n  security.protocol: SSL\n  my.own.interceptor: x\n";

        var configuration = read(yaml, Map.of("TOPFIVE_KAFKA_CLIENT_ID", "me"), Map.of());

        assertThat(configuration.kafka())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "a:9092,b:9092",
                        "security.protocol", "SSL",
                        "my.own.interceptor", "x",
                        "client.id", "me"));
        assertThat(configuration.cluster()).contains("a:9092,b:9092");
    }

    @Test
    void a_setting_of_kafka_can_stand_in_a_file_named_by_the_settings_or_by_the_environment() throws IOException {
        Files.writeString(folder.resolve("jaas"), "canary-login\n");
        var store = Files.writeString(folder.resolve("store"), "canary-store\n");
        var yaml = "kafka: {bootstrap.servers: \"a:1\", sasl.jaas.config-file: jaas, my.plugin.key: canary-plugin,"
                + " ssl.keystore.password: \"${file:/run/s:key}\", producer.linger.ms: 7}\nkafka-wait: 2m\n";
        var environment =
                Map.of("TOPFIVE_KAFKA_SSL_TRUSTSTORE_PASSWORD_FILE", store.toString(), "TOPFIVE_KAFKA_WAIT", "3m");

        var configuration = read(yaml, environment, Map.of());

        assertThat(configuration.kafka())
                .containsEntry("sasl.jaas.config", "canary-login")
                .containsEntry("ssl.truststore.password", "canary-store")
                .containsEntry("ssl.keystore.password", "${file:/run/s:key}");
        assertThat(configuration.kafkaWait()).isEqualTo(Duration.ofMinutes(3));
        assertThat(configuration + "" + ShowConfiguration.lines(Layers.of(Optional.of(file()), environment, Map.of())))
                .doesNotContain("canary")
                .contains(
                        "kafka.sasl.jaas.config-file: jaas  #",
                        "kafka.my.plugin.key: •••",
                        "kafka.producer.linger.ms: 7",
                        "kafka.ssl.truststore.password: •••  # the environment");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka: {sasl.jaas.config: canary, sasl.jaas.config-file: jaas} | kafka.sasl.jaas.config is set twice, once by kafka.sasl.jaas.config-file",
                "kafka: {sasl.jaas.config-file: none} | kafka.sasl.jaas.config-file names ROOT/none, which is not there",
                "kafka: {sasl.jass.config-file: jaas} | unknown key kafka.sasl.jass.config-file in ROOT/topfive.yml",
                "kafka: canary | kafka in ROOT/topfive.yml is no list of settings"
            })
    void a_wrong_setting_of_kafka_is_named_and_never_what_it_holds(String yaml, String what) throws IOException {
        Files.writeString(folder.resolve("jaas"), "canary");

        assertThatThrownBy(() -> read(yaml, Map.of(), Map.of())).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.getMessage()).isEqualTo(what.replace("ROOT", folder.toString()));
            assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION);
            assertThat(refusal.getMessage() + refusal.remedy()).doesNotContain("canary");
        });
    }

    @Test
    void sources_are_read_with_their_defaults() throws IOException {
        var yaml =
                "sources:\n  - {id: a, url: \"https://a.example/feed\"}\n  - {id: b, name: B, url: b, kind: folder, every: 5m, owner: o}\n";

        assertThat(read(yaml, Map.of(), Map.of()).sources())
                .containsExactly(
                        new SourceEntry("a", "a", "https://a.example/feed", "feed", Duration.ofMinutes(30), ""),
                        new SourceEntry("b", "B", "b", "folder", Duration.ofMinutes(5), "o"));
    }

    @Test
    void a_taxonomy_is_found_beside_the_settings_that_name_it_and_read_at_once() throws IOException {
        Files.writeString(folder.resolve("desk.json"), """
                {"labels": [{"id": "a", "name": "Ants", "definition": "ants"},
                            {"id": "b", "name": "Bees", "definition": "bees"}]}
                """);

        assertThat(read("taxonomy: desk.json\n", Map.of(), Map.of())
                        .taxonomy()
                        .orElseThrow()
                        .labels())
                .extracting(Taxonomy.Entry::label)
                .containsExactly("Ants", "Bees");
        assertThat(read("", Map.of(), Map.of()).taxonomy()).isEmpty();
        assertThatThrownBy(() -> read("taxonomy: dsk.json\n", Map.of(), Map.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal).hasMessageContaining("dsk.json cannot be read");
                    assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION);
                });
    }

    @Test
    void the_file_that_init_writes_says_what_holds_without_it() throws IOException {
        assertThat(read(InitialFile.text(), Map.of(), Map.of())).isEqualTo(read("", Map.of(), Map.of()));
    }

    @Test
    void tokens_are_bound_to_sources_open_the_push_api_to_others_and_are_never_shown() throws IOException {
        Files.writeString(folder.resolve("wire.token"), "0123456789abcdef\n");
        var yaml = """
                ingest:
                  bind: 0.0.0.0
                  rate: 5
                  tokens:
                    - {token-file: wire.token, sources: [wire, blog]}
                    - {secret: fedcba9876543210, sources: ["*"]}
                websub: {callback: "https://news.example/", key: 0011223344556677}
                """;

        var pushing = read(yaml, Map.of(), Map.of()).pushing();
        assertThat(pushing.passes())
                .containsExactly(
                        Pass.token("0123456789abcdef", Set.of("wire", "blog")),
                        Pass.secret("fedcba9876543210", Set.of("*")));
        assertThat(pushing.rate()).isEqualTo(5);
        assertThat(pushing.callback()).isEqualTo("https://news.example");
        assertThat(pushing.toString() + ShowConfiguration.lines(Layers.of(Optional.of(file()), Map.of(), Map.of())))
                .doesNotContain("0123456789abcdef", "fedcba9876543210", "11223344556677")
                .contains("ingest.tokens[1].secret: •••");
    }

    private Configuration read(String yaml, Map<String, String> environment, Map<String, String> flags)
            throws IOException {
        Files.writeString(file(), yaml);
        return new ReadConfiguration(Layers.of(Optional.of(file()), environment, flags), Path.of("/home/ada"), folder)
                .read();
    }

    private Path file() {
        return folder.resolve("topfive.yml");
    }
}
