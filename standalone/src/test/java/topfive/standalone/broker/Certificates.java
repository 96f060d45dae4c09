package topfive.standalone.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An authority of our own and what it signs, made by the keytool beside this Java. */
public record Certificates(Path folder) {
    public static final String PASSWORD = "canary-of-the-store";

    public static Certificates in(Path folder) throws Exception {
        var made = new Certificates(folder);
        Files.createDirectories(folder);
        made.keytool(
                "-genkeypair", "-alias", "ca", "-dname", "CN=ca", "-ext", "bc:c", "-keyalg", "EC", "-keystore", "all");
        made.keytool("-exportcert", "-alias", "ca", "-keystore", "all", "-file", "ca.cer");
        made.keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", "trust", "-file", "ca.cer");
        return made;
    }

    /** @param more e.g. {@code -ext SAN=ip:127.0.0.1} */
    public Path signed(String name, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-signer",
                "ca",
                "-keystore",
                "all"));
        command.addAll(List.of(more));
        keytool(command.toArray(String[]::new));
        keytool(
                "-importkeystore",
                "-srckeystore",
                "all",
                "-srcstorepass",
                PASSWORD,
                "-srcalias",
                name,
                "-destkeystore",
                name,
                "-deststorepass",
                PASSWORD);
        return folder.resolve(name);
    }

    public Path trust() {
        return folder.resolve("trust");
    }

    /** For one listener of a broker. */
    public static Map<String, String> of(String listener, Path store) {
        var at = "listener.name." + listener + ".ssl.keystore.";
        return Map.of(at + "location", store.toString(), at + "password", PASSWORD, at + "type", "PKCS12");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (!command.contains("-importkeystore")) {
            command.addAll(List.of("-storepass", PASSWORD));
        }
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", arguments) + ": " + said);
        }
    }
}
