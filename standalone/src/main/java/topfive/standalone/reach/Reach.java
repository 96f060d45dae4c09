package topfive.standalone.reach;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.utils.Utils;
import topfive.standalone.reach.Knock.Heard;

/**
 * One attempt to reach a cluster as its clients will: connect, log in, ask who belongs to it, and connect to the addresses that it
 * advertises. Kafka's own clients say "timed out" to nearly everything that can go wrong on the way; so here each step is taken alone.
 */
public final class Reach {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private final Duration patience;

    private Reach(Map<String, Object> settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /** @param settings of a Kafka client, {@code bootstrap.servers} among them */
    public static Answer of(Map<String, Object> settings) {
        return of(settings, PATIENCE);
    }

    /** @param patience with each step */
    static Answer of(Map<String, Object> settings, Duration patience) {
        return new Reach(settings, patience).attempt();
    }

    /** What of the settings alone makes it impossible; nobody is asked. */
    public static Optional<Obstacle> wrongSetting(Map<String, Object> settings) {
        for (var address : settings.get("bootstrap.servers").toString().split(",")) {
            if (Utils.getHost(address.strip()) == null || Utils.getPort(address.strip()) == null) {
                return Optional.of(noAddress(address.strip()));
            }
        }
        try {
            Line.open(new AdminClientConfig(new HashMap<>(settings))).close();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(WrongSetting.obstacle(e));
        }
    }

    private static Obstacle noAddress(String address) {
        return Obstacle.wrong(
                "kafka.bootstrap.servers has \"" + address + "\"", "expected HOST:PORT,..., e.g. kafka.example:9092");
    }

    private Answer attempt() {
        var bootstrap = settings.get("bootstrap.servers").toString();
        var obstacles = new ArrayList<Obstacle>();
        try (var line = Line.open(new AdminClientConfig(new HashMap<>(settings)))) {
            for (var each : bootstrap.split(",")) {
                var answer = via(line, each.strip());
                if (!(answer instanceof Obstacle obstacle)) {
                    return answer;
                }
                obstacles.add(obstacle);
            }
        } catch (RuntimeException e) { // before anything was sent: a setting, or a file that it names
            return WrongSetting.obstacle(e);
        }
        return obstacles.stream()
                .filter(obstacle -> !obstacle.passes())
                .findFirst()
                .orElse(obstacles.get(0));
    }

    private Answer via(Line line, String address) {
        var host = Utils.getHost(address);
        var port = Utils.getPort(address);
        if (host == null || port == null) {
            return noAddress(address);
        }
        var node = new Node(-1, host, port);
        var obstacle = connect(line, node, address);
        if (obstacle != null) {
            return obstacle;
        }
        try {
            var members = line.members(node);
            return members.isEmpty()
                    ? Obstacle.silent(address, "it is starting and knows of no broker yet", "look at its log")
                    : advertised(line, address, members);
        } catch (IOException e) { // it let us in and hung up at the first question
            return hungUp(line, node, address);
        }
    }

    /** What stands between us and this address; null where nothing does. */
    private Obstacle connect(Line line, Node node, String address) {
        try {
            var heard = Knock.at(node.host(), node.port(), tls(), patience);
            if (heard != (tls() ? Heard.KAFKA_IN_TLS : Heard.KAFKA) && !(tls() && heard == Heard.TLS)) {
                return named(address, heard);
            }
            line.connect(node, patience);
            return null;
        } catch (UnknownHostException e) {
            return Obstacle.silent(
                    address, "the host is unknown", "correct the name in kafka.bootstrap.servers, or the name service");
        } catch (AuthenticationException e) {
            return Login.obstacle(address, settings, e);
        } catch (IOException e) {
            return Obstacle.silent(address, "it breaks the connection off", "look at its log");
        }
    }

    private boolean tls() {
        return protocol().endsWith("SSL");
    }

    private String protocol() {
        return settings.getOrDefault("security.protocol", "PLAINTEXT")
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    private Obstacle named(String address, Heard heard) {
        return switch (heard) {
            case KAFKA_IN_TLS, TLS ->
                Obstacle.wrong(
                        address + " speaks TLS, but kafka.security.protocol is " + protocol(),
                        "set kafka.security.protocol to " + (protocol().startsWith("SASL") ? "SASL_SSL" : "SSL")
                                + ", or use the broker's port without TLS");
            case KAFKA ->
                Obstacle.wrong(
                        address + " speaks no TLS, but kafka.security.protocol is " + protocol(),
                        "use the broker's port with TLS, or set kafka.security.protocol to "
                                + (protocol().startsWith("SASL") ? "SASL_PLAINTEXT" : "PLAINTEXT"));
            case HTTP, OTHER ->
                Obstacle.wrong(
                        "what answers at " + address + " is not Kafka: " + heard.words,
                        "correct host and port in kafka.bootstrap.servers");
            case REFUSED, NO_ROUTE, NO_CONNECTION, CLOSED, SILENCE ->
                Obstacle.silent(
                        address,
                        heard.words,
                        "start one with `topfive run all`, or name yours with --set kafka.bootstrap.servers=HOST:PORT");
        };
    }

    private Obstacle hungUp(Line line, Node node, String address) {
        var offered = line.mechanisms(node);
        if (offered.isEmpty()) {
            return Obstacle.silent(address, "it breaks the connection off", "look at its log");
        }
        return Obstacle.wrong(
                address + " asks for a login, but kafka.security.protocol is " + protocol(),
                "set kafka.security.protocol to SASL_PLAINTEXT or SASL_SSL, kafka.sasl.mechanism to one of "
                        + String.join(", ", offered) + ", and kafka.sasl.jaas.config-file");
    }

    /** A client goes on with these addresses alone; the one that it was given is only the way in. */
    private Answer advertised(Line line, String bootstrap, List<Node> members) {
        var silent = new LinkedHashMap<String, Obstacle>();
        for (var member : members) {
            var address = member.host() + ":" + member.port();
            var obstacle = address.equals(bootstrap) ? null : connect(line, member, address);
            if (obstacle != null && !obstacle.passes()) {
                return obstacle;
            }
            if (obstacle != null) {
                silent.put(address, obstacle);
            }
        }
        var lines = silent.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue().cause() + ")")
                .toList();
        if (silent.size() < members.size()) {
            return new Reached(members.size(), lines);
        }
        return new Obstacle(
                "it sends us to " + String.join(", ", lines),
                bootstrap + " answers, but sends its clients to " + String.join(", ", lines),
                "set advertised.listeners of the broker to an address that can be reached from here, and restart it",
                true);
    }
}
