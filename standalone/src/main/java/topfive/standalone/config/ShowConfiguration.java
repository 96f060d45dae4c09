package topfive.standalone.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The settings in force as a person reads them: {@code key: value  # from where}, secrets as •••. */
public final class ShowConfiguration {
    private static final Set<String> TELLTALE =
            Set.of("password", "secret", "jaas", "token", "credential", "keystore.key");

    private ShowConfiguration() {}

    public static List<String> lines(Layers layers) {
        return layers.settings().stream()
                .map(setting -> setting.name() + ": " + shown(setting) + "  # " + setting.from())
                .toList();
    }

    private static String shown(Layers.Setting setting) {
        if (setting.value().isEmpty()) {
            return "\"\"";
        }
        return secret(setting.name()) ? "•••" : setting.value();
    }

    private static boolean secret(String name) {
        if (name.startsWith(Keys.KAFKA)) {
            var lower = name.toLowerCase(Locale.ROOT);
            return TELLTALE.stream().anyMatch(lower::contains);
        }
        return Keys.named(name).map(Key::secret).orElse(false);
    }
}
