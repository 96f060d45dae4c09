package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.DeadLetter;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.standalone.broker.Certificates;
import topfive.standalone.broker.OtherBroker;
import topfive.standalone.cluster.EnsuredTopics;
import topfive.standalone.cluster.Finding;
import topfive.standalone.cluster.Needs;
import topfive.standalone.cluster.Suited;
import topfive.standalone.cluster.TopicsWatch;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;
import topfive.standalone.config.ShowConfiguration;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.CloseDay;

/** A broker with SASL_SSL and an authorizer, four users, and for each exactly the rights that docs/kafka.md lists. */
class GuardedClusterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path ROOT = Path.of(System.getProperty("topfive.root", ".."));

    @TempDir
    private static Path folder;

    private static final StringWriter said = new StringWriter();
    private static OtherBroker other;
    private static Certificates certificates;

    @BeforeAll
    static void start() throws Exception {
        certificates = Certificates.in(folder.resolve("certificates"));
        var settings =
                new HashMap<>(Certificates.of("guarded", certificates.signed("broker", "-ext", "SAN=ip:127.0.0.1")));
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.putAll(OtherBroker.scram("guarded"));
        other = OtherBroker.start(folder.resolve("broker"), Map.of("GUARDED", "SASL_SSL"), Map.of(), settings);
        EnsuredTopics.on(administrator(), false, Needs.ALL);
        try (var admin = administrator().admin()) {
            admin.createAcls(documented()).all().get();
        }
        Files.writeString(folder.resolve("trust.password"), Certificates.PASSWORD + "\n");
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void the_sample_day_goes_its_whole_path_with_the_rights_that_are_documented_and_no_others() throws Exception {
        try (var processing = new Running();
                var showing = new Running();
                var fetching = new Running()) {
            var processor = Start.services(Start.Which.PROCESSOR, configuration("processor"), manner(), processing);
            Start.services(Start.Which.DASHBOARD, configuration("dashboard"), manner(), showing);
            var ingest = Start.services(Start.Which.INGEST, configuration("ingest"), manner(), fetching);
            ingest.harvestOnce();

            var metrics = address(processing, "admin").replace("/health/ready", "/metrics");
            var page = address(showing, "dashboard");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(text(metrics))
                            .containsPattern("topfive_edition_age_seconds\\{status=\"open\"} [-\\d]"));
            await().atMost(PATIENCE)
                    .until(() -> Jsoup.parse(text(page + "/d/" + DAY))
                                    .select("article")
                                    .size()
                            == Edition.SIZE);
            var last = CloseDay.on(processor.broker(), "all", DAY, PATIENCE).orElseThrow();
            assertThat(last.status()).isEqualTo(Edition.Status.FINAL);
            await().atMost(PATIENCE)
                    .until(() -> processing.readiness().values().stream()
                            .allMatch(part -> part.get().isReady()));
            theOperatorMayWhatTheCommandsDo();
        }
    }

    private static String address(Running running, String part) {
        return running.parts().stream()
                .filter(each -> each.name().equals(part))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private static void theOperatorMayWhatTheCommandsDo() throws Exception {
        var rules = Files.writeString(folder.resolve("rules.yml"), "floor: 401");
        assertThat(topfive("operator", "day", "rebuild", DAY.toString(), "--set", "rules=" + rules))
                .as("%s", said)
                .isZero();
        assertThat(said.toString()).contains(DAY + " rebuilt: FINAL, revision 2");

        put(DeadLetter.of(null, new byte[] {1}, "failed", "merge", "", betweenTwoStages() + "/0@1"));
        put(DeadLetter.of(
                        null,
                        "<article><p>The harbour board lengthened the quay for two ships a day.</p></article>"
                                .repeat(9)
                                .getBytes(StandardCharsets.UTF_8),
                        "failed",
                        "parse",
                        "",
                        "https://quay.example/1")
                .of("quay", "text/html"));
        assertThat(topfive("operator", "dead-letters", "replay")).as("%s", said).isZero();
        assertThat(said.toString()).contains("back on topfive-processor-v1-").contains("1 document");
        assertThat(topfive("operator", "day", "close", DAY.toString())).isZero();
    }

    private static String betweenTwoStages() throws Exception {
        try (var admin = administrator().admin()) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.endsWith("-repartition"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void put(DeadLetter letter) throws Exception {
        try (var producer = administrator().producer()) {
            var record = new ProducerRecord<byte[], byte[]>(
                    Topics.DEAD_LETTERS.name(), null, null, null, letter.bytes(), letter.headers());
            producer.send(record).get();
        }
    }

    @Test
    void a_command_that_may_not_ends_with_5_and_says_what_it_may_not() throws Exception {
        assertThat(topfive("dashboard", "dead-letters", "list")).isEqualTo(Exit.CONFIGURATION);
        assertThat(said.toString()).contains("the brokers do not allow it: ").contains("topfive.dead-letters.v1");

        assertThat(topfive("dashboard", "day", "close", "2026-10-13")).isEqualTo(Exit.CONFIGURATION);
        assertThat(said.toString()).contains("the brokers do not allow it: ").contains("topfive.documents.v1");

        assertThat(topfive("dashboard", "topics", "ensure")).isEqualTo(Exit.CONFIGURATION);
        assertThat(said.toString()).contains("dashboard may not describe topic topfive.documents.v1");

        put(DeadLetter.of(null, new byte[] {1}, "not-a-document", "read", "", "topfive.documents.v1/0@1"));
        assertThat(topfive("ingest", "dead-letters", "replay")).isEqualTo(Exit.CONFIGURATION);
        assertThat(said.toString()).contains("do not allow a transaction of this user under the name topfive-replay");
    }

    @Test
    void the_doctor_asks_for_what_a_user_is_to_run() throws Exception {
        assertThat(topfive("dashboard", "doctor", "dashboard")).as("%s", said).isZero();
        assertThat(topfive("dashboard", "doctor", "ingest")).isEqualTo(Exit.CONFIGURATION);
        assertThat(topfive("dashboard", "doctor")).isEqualTo(Exit.CONFIGURATION);
        assertThat(said.toString()).contains("wrong dashboard may not read topic topfive.documents.v1 -> ");
    }

    @Test
    void each_right_that_is_taken_away_is_named_with_the_command_that_gives_it_back() throws Exception {
        var processor = Broker.of(configuration("processor"));
        var denied = List.of(
                "write topic topfive.insights.v1",
                "read topic topfive.documents.v1",
                "read in group topfive-processor-v1",
                "use transactions that begin with topfive-processor-v1",
                "create topics that begin with topfive-processor-v1");
        var bindings = List.of(
                binding("processor", AclOperation.WRITE, ResourceType.TOPIC, "topfive.insights.v1"),
                binding("processor", AclOperation.READ, ResourceType.TOPIC, "topfive.documents.v1"),
                binding("processor", AclOperation.READ, ResourceType.GROUP, "topfive-processor-v1"),
                binding("processor", AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, "topfive-processor-v1"),
                binding("processor", AclOperation.CREATE, ResourceType.TOPIC, "topfive-processor-v1"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", other.at("INTERNAL")))) {
            await().atMost(PATIENCE).until(() -> wrong(processor).isEmpty());
            for (var i = 0; i < denied.size(); i++) {
                var what = "processor may not " + denied.get(i);
                admin.deleteAcls(List.of(filter(bindings.get(i)))).all().get();
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(wrong(processor)).anySatisfy(finding -> {
                            assertThat(finding.what()).startsWith(what);
                            assertThat(finding.remedy()).contains("--allow-principal User:processor");
                        }));
                admin.createAcls(List.of(bindings.get(i))).all().get();
                await().atMost(PATIENCE).until(() -> wrong(processor).isEmpty());
            }
        }
    }

    /** By writing on one topic alone the others are neither seen nor made. */
    @Test
    void a_topic_out_of_sight_stops_who_needs_it_and_nobody_else() throws Exception {
        var dashboard = Broker.of(configuration("dashboard"));

        assertThat(Suited.findings(dashboard, false, Needs.DASHBOARD))
                .noneSatisfy(finding -> assertThat(finding.grade()).isEqualTo(Finding.Grade.WRONG));
        assertThat(Suited.findings(dashboard, false, Needs.INGEST))
                .anySatisfy(finding ->
                        assertThat(finding.what()).startsWith("dashboard may not read topic topfive.documents.v1"));
    }

    @Test
    void a_right_that_is_taken_away_while_a_service_runs_is_no_broker_that_is_away() throws Exception {
        var dashboard = Broker.of(configuration("dashboard"));
        try (var watch = TopicsWatch.start(dashboard, Needs.INGEST, Duration.ofMillis(200))) {
            await().atMost(PATIENCE).until(() -> !watch.readiness().isReady());
            assertThat(watch.readiness().missing())
                    .startsWith("dashboard may not describe topic topfive.")
                    .contains("--allow-principal User:dashboard");
        }
    }

    @Test
    void no_secret_is_shown_by_settings_or_objects() throws Exception {
        var layers = layers("processor");

        assertThat(ShowConfiguration.lines(layers)
                        + configuration("processor").toString()
                        + Broker.of(configuration("processor")))
                .doesNotContain("canary")
                .contains("kafka.ssl.truststore.password-file: trust.password");
    }

    private static Broker administrator() {
        return new Broker(Map.of("bootstrap.servers", other.at("INTERNAL")));
    }

    /** @return the exit status; what it said is in {@link #said} */
    private static int topfive(String user, String... arguments) throws Exception {
        layers(user); // writes the files
        said.getBuffer().setLength(0);
        var to = new PrintWriter(said, true);
        var jaas = folder.resolve(user + ".jaas").toString();
        var world = new Surroundings(
                Map.of("TOPFIVE_KAFKA_SASL_JAAS_CONFIG_FILE", jaas),
                folder,
                folder,
                folder,
                InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z")),
                false,
                to,
                to);
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data-" + user).toString()));
        return Topfive.run(world, all.toArray(String[]::new));
    }

    private static List<Finding> wrong(Broker broker) {
        return Suited.findings(broker, false, Needs.PROCESSOR).stream()
                .filter(finding -> finding.grade() != Finding.Grade.RISKY)
                .toList();
    }

    private static Manner manner() {
        return new Manner(
                InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z")), Optional.of(sample().resolve("web")));
    }

    private static Path sample() {
        return ROOT.resolve("samples").resolve(DAY.toString());
    }

    private static Configuration configuration(String user) throws Exception {
        return new ReadConfiguration(layers(user), folder, folder).read();
    }

    /** The password of the store from a file that the settings name, the login from one that the environment names. */
    private static Layers layers(String user) throws Exception {
        var jaas = Files.writeString(folder.resolve(user + ".jaas"), OtherBroker.login(user, OtherBroker.PASSWORD));
        var file = folder.resolve("topfive.yml");
        Files.writeString(
                file,
                Files.readString(sample().resolve("topfive.yml"))
                        + """

                kafka:
                  bootstrap.servers: %s
                  security.protocol: SASL_SSL
                  sasl.mechanism: SCRAM-SHA-256
                  ssl.truststore.location: %s
                  ssl.truststore.password-file: trust.password
                """.formatted(other.at("GUARDED"), certificates.trust()));
        return Layers.of(
                Optional.of(file),
                Map.of("TOPFIVE_KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString()),
                Map.of(
                        "data", folder.resolve("data-" + user).toString(),
                        "dashboard.port", "0",
                        "ingest.port", "0",
                        "admin.port", "0"));
    }

    /** The lines {@code acl USER --operation ... --topic ...} of docs/kafka.md. */
    private static List<AclBinding> documented() throws Exception {
        var bindings = new ArrayList<AclBinding>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/kafka.md"))) {
            var words = Arrays.asList(line.split(" +"));
            if (words.get(0).equals("acl") && words.size() > 3) {
                var kind = words.contains("--topic")
                        ? ResourceType.TOPIC
                        : words.contains("--group") ? ResourceType.GROUP : ResourceType.TRANSACTIONAL_ID;
                for (var i = 2; i < words.size(); i++) {
                    if (words.get(i).equals("--operation")) {
                        var operation =
                                AclOperation.fromString(words.get(i + 1).replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
                        var pattern = words.contains("prefixed") ? PatternType.PREFIXED : PatternType.LITERAL;
                        bindings.add(binding(words.get(1), operation, kind, words.get(words.size() - 1), pattern));
                    }
                }
            }
        }
        assertThat(bindings).hasSize(41);
        return bindings;
    }

    private static AclBinding binding(String user, AclOperation operation, ResourceType type, String name) {
        var prefixed = name.equals("topfive-processor-v1") && type != ResourceType.GROUP;
        return binding(user, operation, type, name, prefixed ? PatternType.PREFIXED : PatternType.LITERAL);
    }

    private static AclBinding binding(
            String user, AclOperation operation, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private static AclBindingFilter filter(AclBinding binding) {
        return binding.toFilter();
    }

    private static String text(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
