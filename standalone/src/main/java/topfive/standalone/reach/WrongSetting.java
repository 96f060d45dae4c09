package topfive.standalone.reach;

import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** A setting of the Kafka clients that they do not take. Their words may quote what was set, a secret too, so only their safe part is used. */
final class WrongSetting {
    private static final Pattern NAMED = Pattern.compile("(?:for configuration|configuration) ([a-z][a-z.]+[a-z])");
    private static final Pattern STORE = Pattern.compile("Failed to load (?:SSL|PEM SSL) keystore (\\S+)");

    private WrongSetting() {}

    static Obstacle obstacle(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var said = "" + cause.getMessage();
            if (cause instanceof NoSuchFileException) {
                return Obstacle.wrong(
                        "the kafka settings name the file " + said + ", which is not there", "correct the path");
            }
            var store = STORE.matcher(said);
            if (store.find() && !(cause.getCause() instanceof NoSuchFileException)) {
                return Obstacle.wrong(
                        "the key or trust store " + store.group(1) + " cannot be opened",
                        "check its password and its kind (kafka.ssl.truststore.type or kafka.ssl.keystore.type: PKCS12, JKS or PEM)");
            }
            if (said.contains("JAAS") || said.contains("login module") || said.contains("Login module")) {
                return Obstacle.wrong(
                        said.contains("Could not find a 'KafkaClient'")
                                ? "kafka.security.protocol asks for a login, but kafka.sasl.jaas.config is empty"
                                : "kafka.sasl.jaas.config cannot be read as one",
                        "expected e.g. org.apache.kafka.common.security.scram.ScramLoginModule required username=\"topfive\" password=\"...\";");
            }
            if (cause instanceof ConfigException) {
                var named = NAMED.matcher(said);
                return Obstacle.wrong(
                        "Kafka's clients do not take "
                                + (named.find() ? "the value of kafka." + named.group(1) : "the kafka settings"),
                        "see https://kafka.apache.org/documentation/#adminclientconfigs for what it may be");
            }
        }
        return Obstacle.wrong(
                "Kafka's clients do not take the kafka settings: "
                        + e.getClass().getSimpleName(),
                "leave out what stands under kafka: one by one, ssl. and sasl. first, to see which");
    }
}
