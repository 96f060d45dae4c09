package topfive.standalone.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;

/** {@code topfive health}: asks the running service; needs no curl in a container. */
@Command(name = "health", description = "Asks the running service whether it lives.")
final class Health implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Option(names = "--ready", description = "Ask whether it is ready to work, not only alive.")
    private boolean ready;

    @Override
    public Integer call() throws IOException {
        var admin = setup.configuration().admin();
        // a service that listens everywhere is asked on loopback
        var host = admin.bind().equals("0.0.0.0") || admin.bind().equals("::") ? "127.0.0.1" : admin.bind();
        var address = "http://" + host + ":" + admin.port() + (ready ? "/health/ready" : "/health/live");
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(5000);
        admin.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
        try {
            var status = connection.getResponseCode();
            try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                var text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
                setup.surroundings().out().println(text);
            }
            return status == 200 ? Exit.OK : Exit.FAILED;
        } catch (IOException e) {
            throw Refusal.unreachable(
                    "nothing answers at " + address + ": " + e.getMessage(),
                    "start it with `topfive run all`, or set admin.port to where it runs",
                    e);
        }
    }
}
