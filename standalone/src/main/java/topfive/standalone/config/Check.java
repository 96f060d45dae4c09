package topfive.standalone.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import topfive.standalone.Refusal;

/** Says no to a key that does not exist and to a value that cannot be meant. */
final class Check {
    private static final Pattern SOURCE = Pattern.compile("sources\\[\\d+]\\.(.+)");

    private static final Pattern PASS = Pattern.compile("ingest\\.tokens\\[\\d+]\\.(.+)");

    private Check() {}

    static void setting(Layers.Setting setting) {
        var name = setting.name();
        var source = SOURCE.matcher(name);
        var pass = PASS.matcher(name);
        if (source.matches()) {
            known(setting, source.group(1), Keys.OF_A_SOURCE);
        } else if (pass.matches()) {
            known(setting, pass.group(1), Keys.OF_A_PASS);
        } else if (name.equals("sources") || name.equals("ingest.tokens")) {
            empty(setting);
        } else if (name.equals("kafka")) {
            throw Refusal.configuration( // what stands there may be a secret: it is not repeated
                    "kafka in " + setting.from() + " is no list of settings",
                    "expected e.g. kafka: {bootstrap.servers: \"kafka.example:9092\"}");
        } else if (name.startsWith(Keys.KAFKA)) {
            kafka(setting);
        } else {
            known(setting, name, Keys.names());
            Keys.named(name).ifPresent(key -> value(setting, key));
        }
    }

    private static void known(Layers.Setting setting, String name, List<String> known) {
        if (!known.contains(name)) {
            throw unknown(setting, Nearest.to(name, known).orElse(""));
        }
    }

    /** A plugin may have settings of its own, so only what looks like a slip of the pen is refused. */
    private static void kafka(Layers.Setting setting) {
        var name = setting.name().substring(Keys.KAFKA.length()).replaceFirst(KafkaSettings.FILE + "$", "");
        if (isOfKafka(name)) {
            return;
        }
        var nearest = Nearest.to(name, ofKafka()).orElse("");
        if (Nearest.distance(name, nearest) <= 2) {
            throw unknown(setting, Keys.KAFKA + nearest);
        }
    }

    /** Whether Kafka's own clients know it, for one of them alone, too: {@code producer.linger.ms}. */
    static boolean isOfKafka(String name) {
        return name.equals("bootstrap.servers")
                || ofKafka().contains(plain(name))
                || name.startsWith("config.providers");
    }

    /** Whether Kafka itself never shows it. */
    static boolean isPasswordOfKafka(String name) {
        return definitions()
                .map(all -> all.configKeys().get(plain(name)))
                .anyMatch(key -> key != null && key.type() == ConfigDef.Type.PASSWORD);
    }

    private static String plain(String name) {
        return name.replaceFirst("^(main\\.consumer|restore\\.consumer|consumer|producer|admin)\\.", "");
    }

    private static Set<String> ofKafka() {
        return definitions().flatMap(all -> all.names().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<ConfigDef> definitions() {
        return Stream.of(
                ProducerConfig.configDef(),
                ConsumerConfig.configDef(),
                AdminClientConfig.configDef(),
                StreamsConfig.configDef());
    }

    private static void empty(Layers.Setting setting) {
        if (setting.value().isEmpty()) {
            return;
        }
        if (setting.name().equals("sources")) {
            throw Refusal.configuration(
                    "sources in " + setting.from() + " is \"" + setting.value() + "\"",
                    "expected a list of sources, e.g. sources: [{id: x, url: \"https://host/feed.xml\"}]");
        }
        // what stands there may be a secret: it is not repeated
        throw Refusal.configuration(
                "ingest.tokens in " + setting.from() + " is no list of tokens",
                "expected e.g. ingest.tokens: [{token-file: wire.token, sources: [wire]}]; one for all sources is ingest.token");
    }

    private static void value(Layers.Setting setting, Key key) {
        if (!key.kind().fits.test(setting.value())) {
            throw Refusal.configuration(
                    key.name() + " in " + setting.from() + " is \"" + setting.value() + "\"",
                    "expected " + key.kind().expected);
        }
    }

    private static Refusal unknown(Layers.Setting setting, String nearest) {
        return Refusal.configuration(
                "unknown key " + setting.name() + " in " + setting.from(), "did you mean " + nearest + "?");
    }
}
