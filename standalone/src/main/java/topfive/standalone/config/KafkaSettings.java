package topfive.standalone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import topfive.standalone.Refusal;

/**
 * What stands under {@code kafka:}, as Kafka's clients want it. Any setting can be in a file instead, which is meant for secrets:
 * {@code sasl.jaas.config-file: /run/secrets/jaas} is {@code sasl.jaas.config} with what is in there.
 */
final class KafkaSettings {
    static final String FILE = "-file";

    private KafkaSettings() {}

    /** @param root where relative files start */
    static Map<String, String> of(Layers layers, Path root) {
        var kafka = new TreeMap<String, String>();
        layers.settings().stream()
                .filter(setting -> setting.name().startsWith(Keys.KAFKA))
                .filter(setting -> !setting.value().isEmpty())
                .forEach(setting -> put(kafka, setting, root));
        return kafka;
    }

    private static void put(Map<String, String> kafka, Layers.Setting setting, Path root) {
        var name = setting.name().substring(Keys.KAFKA.length());
        var inFile = name.endsWith(FILE);
        var plain = inFile ? name.substring(0, name.length() - FILE.length()) : name;
        if (kafka.put(plain, inFile ? content(setting, root) : setting.value()) != null) {
            throw Refusal.configuration(
                    "kafka." + plain + " is set twice, once by kafka." + plain + FILE, "leave one of them out");
        }
    }

    private static String content(Layers.Setting setting, Path root) {
        var file = root.resolve(setting.value());
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Refusal.configuration(
                    setting.name() + " names " + file + ", which "
                            + (Files.exists(file) ? "cannot be read" : "is not there"),
                    "correct the path, or make the file readable for this user");
        }
    }
}
