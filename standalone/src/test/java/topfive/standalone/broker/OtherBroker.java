package topfive.standalone.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker as somebody else has set it up: listeners of every kind, logins, authorizer, settings that do not suit us. */
public final class OtherBroker implements AutoCloseable {
    public static final String USER = "topfive";
    public static final List<String> USERS = List.of(USER, "ingest", "processor", "dashboard", "operator");
    public static final String PASSWORD = "canary-of-the-broker";

    private final KafkaRaftServer server;
    private final Map<String, Integer> ports;

    private OtherBroker(KafkaRaftServer server, Map<String, Integer> ports) {
        this.server = server;
        this.ports = ports;
    }

    /**
     * @param listeners protocol by name; one more, INTERNAL, is always there and knows no login
     * @param advertised what a listener says instead of its address
     * @param settings over those of a broker that is alone
     */
    public static OtherBroker start(
            Path folder, Map<String, String> listeners, Map<String, String> advertised, Map<String, String> settings)
            throws Exception {
        var all = new HashMap<>(listeners);
        all.put("INTERNAL", "PLAINTEXT");
        var ports = new HashMap<String, Integer>();
        var taken = new HashSet<Integer>();
        all.keySet().forEach(name -> ports.put(name, freeBut(taken)));
        var controller = freeBut(taken);
        var properties = BrokerSettings.of(folder, 1, controller);
        properties.put(
                "listeners",
                joined(ports, (name, port) -> name + "://127.0.0.1:" + port) + ",CONTROLLER://127.0.0.1:" + controller);
        properties.put(
                "advertised.listeners",
                joined(ports, (name, port) -> name + "://" + advertised.getOrDefault(name, "127.0.0.1:" + port)));
        properties.put(
                "listener.security.protocol.map",
                joined(all, (name, protocol) -> name + ":" + protocol) + ",CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "INTERNAL");
        properties.putAll(settings);
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .setScramArguments(USERS.stream()
                        .map(user -> "SCRAM-SHA-256=[name=" + user + ",password=" + PASSWORD + "]")
                        .toList())
                .run();
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new OtherBroker(server, ports);
    }

    /** @param taken gets this one, too */
    private static int freeBut(Set<Integer> taken) {
        var port = Ports.free();
        return taken.add(port) ? port : freeBut(taken);
    }

    /** Settings of a listener that asks for a login. */
    public static Map<String, String> scram(String listener) {
        var at = "listener.name." + listener + ".";
        return Map.of(
                at + "sasl.enabled.mechanisms",
                "SCRAM-SHA-256",
                at + "scram-sha-256.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    /** @param listener by its name */
    public String at(String listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    /** How a client logs in. */
    public static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static <V> String joined(Map<String, V> all, java.util.function.BiFunction<String, V, String> each) {
        return all.entrySet().stream()
                .map(entry -> each.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(","));
    }
}
