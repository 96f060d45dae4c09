package topfive.standalone.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.standalone.broker.OtherBroker.login;
import static topfive.standalone.reach.ReachTest.said;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.broker.Certificates;
import topfive.standalone.broker.OtherBroker;

/** One real broker with listeners of every kind, each met with the wrong and the right settings. */
class ReachBrokerTest {

    @TempDir
    private static Path folder;

    /** Bound, so that nobody else gets it, and without a queue: who connects is refused. */
    private static Socket nobody;

    private static OtherBroker broker;
    private static Map<String, String> trusting;

    @BeforeAll
    static void start() throws Exception {
        nobody = new Socket();
        nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var certificates = Certificates.in(folder.resolve("certificates"));
        var good = certificates.signed("good", "-ext", "SAN=ip:127.0.0.1,dns:localhost");
        var settings = new HashMap<>(Certificates.of("tls", good));
        settings.putAll(Certificates.of("login", good));
        settings.putAll(Certificates.of("known", good));
        settings.putAll(Certificates.of(
                "old",
                certificates.signed("old", "-ext", "SAN=ip:127.0.0.1", "-startdate", "-30d", "-validity", "10")));
        settings.putAll(Certificates.of("named", certificates.signed("named", "-ext", "SAN=dns:kafka.example")));
        settings.put("listener.name.known.ssl.client.auth", "required");
        settings.put(
                "listener.name.known.ssl.truststore.location",
                certificates.trust().toString());
        settings.put("listener.name.known.ssl.truststore.password", Certificates.PASSWORD);
        settings.putAll(OtherBroker.scram("login"));
        settings.putAll(OtherBroker.scram("plainly"));
        broker = OtherBroker.start(
                folder.resolve("broker"),
                Map.of(
                        "OPEN",
                        "PLAINTEXT",
                        "TLS",
                        "SSL",
                        "OLD",
                        "SSL",
                        "NAMED",
                        "SSL",
                        "KNOWN",
                        "SSL",
                        "LOGIN",
                        "SASL_SSL",
                        "PLAINLY",
                        "SASL_PLAINTEXT",
                        "LOST",
                        "PLAINTEXT",
                        "FAR",
                        "PLAINTEXT"),
                Map.of("LOST", "kafka.invalid:9092", "FAR", "127.0.0.1:" + nobody.getLocalPort()),
                settings);
        trusting = Map.of(
                "security.protocol",
                "SSL",
                "ssl.truststore.location",
                certificates.trust().toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException {
        broker.close();
        nobody.close();
    }

    @Test
    void the_right_settings_reach_it() {
        assertThat(said(broker.at("OPEN"), Map.of())).isEqualTo("reached");
        assertThat(said(broker.at("TLS"), trusting)).isEqualTo("reached");
        assertThat(said(broker.at("PLAINLY"), scram("SASL_PLAINTEXT", OtherBroker.PASSWORD)))
                .isEqualTo("reached");
        assertThat(said(broker.at("LOGIN"), scram("SASL_SSL", OtherBroker.PASSWORD)))
                .isEqualTo("reached");
    }

    @Test
    void the_second_of_two_addresses_is_tried() {
        assertThat(said("broker.invalid:9092," + broker.at("OPEN"), Map.of())).isEqualTo("reached");
    }

    @Test
    void tls_is_spoken_where_none_is_expected() {
        assertThat(said(broker.at("TLS"), Map.of()))
                .isEqualTo(broker.at("TLS") + " speaks TLS, but kafka.security.protocol is PLAINTEXT");
        assertThat(said(broker.at("LOGIN"), scram("SASL_PLAINTEXT", OtherBroker.PASSWORD)))
                .isEqualTo(broker.at("LOGIN") + " speaks TLS, but kafka.security.protocol is SASL_PLAINTEXT");
    }

    @Test
    void no_tls_is_spoken_where_it_is_expected() {
        assertThat(said(broker.at("OPEN"), trusting))
                .isEqualTo(broker.at("OPEN") + " speaks no TLS, but kafka.security.protocol is SSL");
    }

    @Test
    void wrong_credentials_are_named_by_the_user_and_not_by_the_password() {
        var obstacle = obstacle(broker.at("PLAINLY"), scram("SASL_PLAINTEXT", "canary"));

        assertThat(obstacle.what()).isEqualTo(broker.at("PLAINLY") + " does not accept the credentials of topfive");
        assertThat(obstacle.passes()).isFalse();
        assertThat(obstacle.toString()).doesNotContain("canary");
    }

    @Test
    void a_mechanism_that_the_broker_does_not_know_is_answered_with_those_that_it_does() {
        var settings = new HashMap<>(scram("SASL_PLAINTEXT", OtherBroker.PASSWORD));
        settings.put("sasl.mechanism", "SCRAM-SHA-512");

        var obstacle = obstacle(broker.at("PLAINLY"), settings);

        assertThat(obstacle.what()).isEqualTo(broker.at("PLAINLY") + " does not know the mechanism SCRAM-SHA-512");
        assertThat(obstacle.remedy()).isEqualTo("set kafka.sasl.mechanism to one that it offers: [SCRAM-SHA-256]");
    }

    @Test
    void a_login_is_asked_for_where_none_is_set_and_the_reverse() {
        var obstacle = obstacle(broker.at("PLAINLY"), Map.of());
        assertThat(obstacle.what())
                .isEqualTo(broker.at("PLAINLY") + " asks for a login, but kafka.security.protocol is PLAINTEXT");
        assertThat(obstacle.remedy()).contains("SCRAM-SHA-256").contains("kafka.sasl.jaas.config-file");

        assertThat(said(broker.at("OPEN"), scram("SASL_PLAINTEXT", OtherBroker.PASSWORD)))
                .isEqualTo(broker.at("OPEN") + " asks for no login, but kafka.security.protocol is SASL_PLAINTEXT");
    }

    @Test
    void a_certificate_that_is_not_trusted_has_expired_or_is_for_another_host() {
        assertThat(said(broker.at("TLS"), Map.of("security.protocol", "SSL")))
                .isEqualTo("the certificate of " + broker.at("TLS") + " is not trusted");
        assertThat(said(broker.at("OLD"), trusting))
                .startsWith("the certificate of " + broker.at("OLD") + " has expired (NotAfter: ");
        assertThat(said(broker.at("NAMED"), trusting))
                .isEqualTo(
                        "the certificate of " + broker.at("NAMED")
                                + " is for another host name (No subject alternative names matching IP address 127.0.0.1 found)");
    }

    @Test
    void a_certificate_of_ours_is_wanted() {
        assertThat(said(broker.at("KNOWN"), trusting))
                .isEqualTo(broker.at("KNOWN") + " does not accept our certificate, or wants one and gets none");
    }

    @Test
    void addresses_that_are_advertised_and_lead_nowhere_are_named() {
        var lost = obstacle(broker.at("LOST"), Map.of());
        assertThat(lost.what())
                .isEqualTo(broker.at("LOST")
                        + " answers, but sends its clients to kafka.invalid:9092 (the host is unknown)");
        assertThat(lost.remedy()).startsWith("set advertised.listeners of the broker");

        assertThat(said(broker.at("FAR"), Map.of()))
                .isEqualTo(broker.at("FAR") + " answers, but sends its clients to 127.0.0.1:" + nobody.getLocalPort()
                        + " (connection refused)");
    }

    private static Map<String, String> scram(String protocol, String password) {
        var settings = new HashMap<>(trusting);
        settings.put("security.protocol", protocol);
        settings.put("sasl.mechanism", "SCRAM-SHA-256");
        settings.put("sasl.jaas.config", login(OtherBroker.USER, password));
        return settings;
    }

    private static Obstacle obstacle(String address, Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("bootstrap.servers", address);
        return (Obstacle) Reach.of(all);
    }
}
