package topfive.standalone.reach;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Why a broker would not let us in, or we would not trust it. */
final class Login {
    private static final Pattern OFFERED = Pattern.compile("mechanisms are (\\[[^]]*])");

    private Login() {}

    static Obstacle obstacle(String address, Map<String, Object> settings, AuthenticationException e) {
        if (e instanceof SslAuthenticationException) {
            return tls(address, e);
        }
        if (e instanceof UnsupportedSaslMechanismException) {
            var offered = OFFERED.matcher("" + e.getMessage());
            return Obstacle.wrong(
                    address + " does not know the mechanism " + settings.getOrDefault("sasl.mechanism", "GSSAPI"),
                    "set kafka.sasl.mechanism to one that it offers" + (offered.find() ? ": " + offered.group(1) : ""));
        }
        if (e instanceof IllegalSaslStateException) {
            return Obstacle.wrong(
                    address + " asks for no login, but kafka.security.protocol is "
                            + settings.getOrDefault("security.protocol", "PLAINTEXT"),
                    "use the port of its SASL listener, or set kafka.security.protocol to PLAINTEXT or SSL");
        }
        return Obstacle.wrong(
                address + " does not accept the credentials"
                        + User.of(settings).map(user -> " of " + user).orElse(""),
                "correct user and password in kafka.sasl.jaas.config (or the file that kafka.sasl.jaas.config-file names)");
    }

    private static Obstacle tls(String address, AuthenticationException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Obstacle.wrong(
                        "the certificate of " + address + " has expired (" + cause.getMessage() + ")",
                        "renew it on the broker; if it is valid, set the clock of this machine");
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Obstacle.wrong(
                        "the certificate of " + address + " is not valid yet (" + cause.getMessage() + ")",
                        "set the clock of this machine");
            }
            var said = "" + cause.getMessage();
            if (said.contains("No subject alternative") || said.contains("No name matching")) {
                return Obstacle.wrong(
                        "the certificate of " + address + " is for another host name (" + said + ")",
                        "use the name that it was made for in kafka.bootstrap.servers and the broker's advertised.listeners,"
                                + " or make one with this name");
            }
            if (said.contains("unable to find valid certification path") || said.contains("trustAnchors")) {
                return Obstacle.wrong(
                        "the certificate of " + address + " is not trusted",
                        "put its authority into the file that kafka.ssl.truststore.location names");
            }
            if (said.matches(".*(bad_certificate|certificate_required|certificate_unknown|unknown_ca).*")) {
                return Obstacle.wrong(
                        address + " does not accept our certificate, or wants one and gets none",
                        "set kafka.ssl.keystore.location, with a certificate that the broker trusts");
            }
        }
        return Obstacle.wrong(
                "no common TLS with " + address + ": " + e.getMessage(),
                "compare kafka.ssl.enabled.protocols and kafka.ssl.cipher.suites with the broker's");
    }
}
