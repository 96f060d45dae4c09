package topfive.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.broker.Ports;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ListedTopics;

/** {@code topfive doctor}: what a person would look at first, in that order. */
@Command(name = "doctor", description = "Looks for what commonly stands in the way.")
final class Doctor implements Callable<Integer> {
    @Mixin
    private Setup setup;

    private boolean well = true;

    @Override
    public Integer call() {
        var out = setup.surroundings().out();
        out.println("ok    " + Version.line());
        var configuration = setup.configuration();
        out.println("ok    settings: " + setup.file().map(Object::toString).orElse("defaults, no topfive.yml here"));
        folder(out, configuration);
        broker(out, configuration);
        say(out, !configuration.sources().isEmpty(), Sources.counted(configuration), "topfive sources add URL");
        return well ? Exit.OK : Exit.FAILED;
    }

    private void folder(PrintWriter out, Configuration configuration) {
        try {
            Files.createDirectories(configuration.data());
            var free = Files.getFileStore(configuration.data()).getUsableSpace() >> 20;
            say(
                    out,
                    Files.isWritable(configuration.data()),
                    "data folder " + configuration.data() + ", " + free + " MiB free",
                    "make it writable, or name another with --data DIR");
        } catch (IOException e) {
            say(out, false, "data folder " + configuration.data() + ": " + e, "name another with --data DIR");
        }
    }

    private void broker(PrintWriter out, Configuration configuration) {
        var broker = Broker.of(configuration);
        try {
            var missing = ListedTopics.of(broker.mustAnswer()).stream()
                    .filter(line -> line.endsWith("missing"))
                    .count();
            say(out, true, "broker " + broker.address() + " answers", "");
            say(out, missing == 0, missing + " topics missing", "topfive topics ensure");
        } catch (Refusal e) {
            var embedded = configuration.cluster().isEmpty();
            if (embedded && !Ports.taken(configuration.brokerPort())) {
                out.println("ok    broker: none runs, port " + configuration.brokerPort()
                        + " is free for the embedded one");
            } else {
                say(out, false, e.getMessage(), e.remedy());
            }
        }
    }

    private void say(PrintWriter out, boolean good, String what, String remedy) {
        out.println(good ? "ok    " + what : "wrong " + what + " -> " + remedy);
        well = well && good;
    }
}
