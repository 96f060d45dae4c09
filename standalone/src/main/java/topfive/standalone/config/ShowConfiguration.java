package topfive.standalone.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import topfive.processor.merge.Rules;

/** The settings in force as a person reads them: {@code key: value  # from where}, secrets as •••. */
public final class ShowConfiguration {
    private static final Set<String> TELLTALE = Set.of(
            "password", "secret", "jaas", "token", "credential", "keystore.key", "certificates", "certificate.chain");

    private ShowConfiguration() {}

    public static List<String> lines(Layers layers) {
        return layers.settings().stream()
                .map(setting -> setting.name() + ": " + shown(setting) + "  # " + setting.from())
                .toList();
    }

    /** The rules in force, whole: {@code rules.same-idea: 0.7  # not 0.64 as built in}. */
    public static List<String> lines(Rules rules) {
        var lines = new ArrayList<String>();
        lines.add("rules.version: " + rules.version());
        EveryRule.of(rules).forEach((name, value) -> {
            var builtIn = EveryRule.BUILT_IN.get(name);
            var from = value.equals(builtIn) ? "as built in" : "not " + builtIn + " as built in";
            lines.add("rules." + name + ": " + value + "  # " + from);
        });
        return lines;
    }

    private static String shown(Layers.Setting setting) {
        if (setting.value().isEmpty()) {
            return "\"\"";
        }
        return secret(setting.name()) ? "•••" : setting.value();
    }

    private static boolean secret(String name) {
        if (name.startsWith(Keys.KAFKA)) {
            return secretOfKafka(name.substring(Keys.KAFKA.length()).toLowerCase(Locale.ROOT));
        }
        if (name.startsWith("ingest.tokens[")) {
            return name.endsWith("].token") || name.endsWith("].secret");
        }
        return Keys.named(name).map(Key::secret).orElse(false);
    }

    /** What a plugin's setting means we do not know, so it is not shown either. */
    private static boolean secretOfKafka(String name) {
        if (name.endsWith(KafkaSettings.FILE)) {
            return false;
        }
        return Check.isPasswordOfKafka(name) || TELLTALE.stream().anyMatch(name::contains) || !Check.isOfKafka(name);
    }
}
