package topfive.chaos.cluster;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** What runs in a broker's JVM: Kafka's own server, from a file of its settings, formatted where it is new. */
public final class Member {
    /** Not Kafka's: what the folder is formatted with. */
    static final String CLUSTER = "chaos.cluster.id";

    static final String TRANSACTIONS = "chaos.transaction.version";

    private Member() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws Exception {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            settings.load(in);
        }
        format(settings);
        settings.remove(CLUSTER);
        settings.remove(TRANSACTIONS);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(Properties settings) throws Exception {
        var folder = settings.getProperty("log.dirs");
        Files.createDirectories(Path.of(folder));
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                .setClusterId(settings.getProperty(CLUSTER))
                .addDirectory(folder)
                .setMetadataLogDirectory(folder)
                .setControllerListenerName("CONTROLLER")
                .setFeatureLevel("transaction.version", Short.parseShort(settings.getProperty(TRANSACTIONS)))
                .setIgnoreFormatted(true)
                .run();
    }
}
