package topfive.standalone.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.broker.DataFolder;
import topfive.standalone.broker.Ports;
import topfive.standalone.cluster.Finding;
import topfive.standalone.cluster.Needs;
import topfive.standalone.cluster.Suited;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

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
            var free = DataFolder.mustBeUsable(configuration.data());
            say(out, true, "data folder " + configuration.data() + ", " + free + " MiB free", "");
        } catch (Refusal e) {
            say(out, false, e.getMessage(), e.remedy());
        }
    }

    private void broker(PrintWriter out, Configuration configuration) {
        var broker = Broker.of(configuration);
        var embedded = configuration.cluster().isEmpty();
        try {
            broker.mustAnswer();
            say(out, true, "broker " + broker.address() + " answers", "");
            findings(out, Suited.findings(broker, embedded, Needs.ALL));
        } catch (Refusal e) {
            if (embedded && !Ports.taken(configuration.brokerPort())) {
                out.println("ok    broker: none runs, port " + configuration.brokerPort()
                        + " is free for the embedded one");
            } else {
                say(out, false, e.getMessage(), e.remedy());
            }
        }
    }

    private void findings(PrintWriter out, List<Finding> findings) {
        for (var finding : findings) {
            if (finding.grade() == Finding.Grade.RISKY) {
                out.println("risky " + finding.what() + " -> " + finding.remedy());
            } else {
                say(out, false, finding.what(), finding.remedy());
            }
        }
        if (findings.isEmpty()) {
            say(out, true, "its settings, the topics and what this user may do are as they should be", "");
        }
    }

    private void say(PrintWriter out, boolean good, String what, String remedy) {
        out.println(good ? "ok    " + what : "wrong " + what + " -> " + remedy);
        well = well && good;
    }
}
