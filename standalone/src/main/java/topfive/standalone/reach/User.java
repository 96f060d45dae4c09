package topfive.standalone.reach;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** As whom a client of Kafka comes, by its settings. A name is no secret; everything else around it may be one. */
public final class User {
    /** Kafka's name for who says none. */
    private static final String NOBODY = "ANONYMOUS";

    /** Where it is a reference to another place, {@code ${file:...}}, the name is not known here. */
    private static final Pattern NAMED = Pattern.compile("username\\s*=\\s*[\"']?([^\"'\\s;$]+)[\"'\\s;]");

    private User() {}

    /** Empty where the settings do not tell: of a certificate, a ticket or a token only the broker knows whose it is. */
    public static Optional<String> of(Map<String, Object> settings) {
        var protocol = settings.getOrDefault("security.protocol", "PLAINTEXT")
                .toString()
                .toUpperCase(Locale.ROOT);
        if (protocol.startsWith("SASL")) {
            var named = NAMED.matcher("" + settings.getOrDefault("sasl.jaas.config", ""));
            return named.find() ? Optional.of(named.group(1)) : Optional.empty();
        }
        var hasCertificate =
                protocol.equals("SSL") && settings.keySet().stream().anyMatch(name -> name.startsWith("ssl.keystore."));
        return hasCertificate ? Optional.empty() : Optional.of(NOBODY);
    }
}
