package topfive.standalone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import topfive.standalone.Refusal;

/** TOPFIVE_* as settings: TOPFIVE_DASHBOARD_PORT is dashboard.port; TOPFIVE_INGEST_TOKEN_FILE names a file that holds ingest.token. */
final class Environment {
    private static final String PREFIX = "TOPFIVE_";
    private static final String FILE = "_FILE";
    private static final String KAFKA = PREFIX + "KAFKA_";

    /** What the launcher reads, not we. */
    private static final Set<String> LAUNCHER = Set.of("TOPFIVE_JAVA_OPTS", "TOPFIVE_CACHE", "TOPFIVE_LOG");

    private Environment() {}

    static Map<String, String> settings(Map<String, String> environment) {
        var settings = new TreeMap<String, String>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !LAUNCHER.contains(variable)) {
                put(settings, variable, value);
            }
        });
        return settings;
    }

    private static void put(Map<String, String> settings, String variable, String value) {
        var file = variable.endsWith(FILE) && !isOfKafka(variable);
        var name = setting(file ? variable.substring(0, variable.length() - FILE.length()) : variable);
        if (settings.putIfAbsent(name, file ? content(variable, value) : value) != null) {
            throw Refusal.configuration(
                    name + " is set twice in the environment, once by " + variable,
                    "unset one of " + variable.replaceFirst(FILE + "$", "") + " and " + variable);
        }
    }

    /** Kafka has settings of its own that end so. */
    private static boolean isOfKafka(String variable) {
        return variable.startsWith(KAFKA) && Check.isOfKafka(ofKafka(variable));
    }

    private static String ofKafka(String variable) {
        return variable.substring(KAFKA.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String setting(String variable) {
        return Keys.ALL.stream()
                .filter(key -> key.variable().equals(variable))
                .map(Key::name)
                .findFirst()
                .or(() -> Optional.of(variable)
                        .filter(name -> name.startsWith(KAFKA))
                        .map(name -> Keys.KAFKA + ofKafka(name)))
                .orElseThrow(() -> unknown(variable));
    }

    private static Refusal unknown(String variable) {
        var nearest = Nearest.to(variable, Keys.ALL.stream().map(Key::variable).toList());
        return Refusal.configuration(
                variable + " in the environment is no setting", "did you mean " + nearest.orElse("") + "?");
    }

    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw Refusal.configuration(
                    variable + " names " + file + ", which cannot be read: " + e.getMessage(),
                    "make the file readable for this user, or unset " + variable);
        }
    }
}
