package topfive.standalone.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.Start;
import topfive.standalone.broker.DataFolder;
import topfive.standalone.broker.Ports;
import topfive.standalone.cluster.Finding;
import topfive.standalone.cluster.Suited;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

/** {@code topfive doctor}: what a person would look at first, in that order. */
@Command(
        name = "doctor",
        description = "Looks for what commonly stands in the way; its exit status is that of the first thing it finds.")
final class Doctor implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(
            paramLabel = "ingest|processor|dashboard|all",
            arity = "0..1",
            defaultValue = "all",
            description = "What this user is to run; all of them unless said.",
            converter = Run.ByName.class)
    private Start.Which which;

    private int status = Exit.OK;

    @Override
    public Integer call() {
        var out = setup.surroundings().out();
        out.println("ok    " + Version.line());
        var configuration = setup.configuration();
        out.println("ok    settings: " + setup.file().map(Object::toString).orElse("defaults, no topfive.yml here"));
        folder(out, configuration);
        broker(out, configuration);
        if (which == Start.Which.ALL || which == Start.Which.INGEST) {
            sources(out, configuration);
        }
        return status;
    }

    private void folder(PrintWriter out, Configuration configuration) {
        try {
            var free = DataFolder.mustBeUsable(configuration.data());
            ok(out, "data folder " + configuration.data() + ", " + free + " MiB free");
        } catch (Refusal e) {
            wrong(out, e.status(), e.getMessage(), e.remedy());
        }
    }

    private void broker(PrintWriter out, Configuration configuration) {
        var broker = Broker.of(configuration);
        var embedded = configuration.cluster().isEmpty();
        try {
            broker.mustAnswer();
            ok(out, "broker " + broker.address() + " answers");
            findings(out, Suited.findings(broker, embedded, which.needs()));
        } catch (Refusal e) {
            if (embedded && !Ports.taken(configuration.brokerPort())) {
                ok(out, "broker: none runs, port " + configuration.brokerPort() + " is free for the embedded one");
            } else {
                wrong(out, e.status(), e.getMessage(), e.remedy());
            }
        }
    }

    private void findings(PrintWriter out, List<Finding> findings) {
        for (var finding : findings) {
            if (finding.grade() == Finding.Grade.RISKY) {
                risky(out, finding.what(), finding.remedy());
            } else {
                wrong(out, finding.status(), finding.what(), finding.remedy());
            }
        }
        if (findings.isEmpty()) {
            ok(out, "its settings, the topics and what this user may do are as they should be");
        }
    }

    /** Without any, what is pushed comes in all the same. */
    private static void sources(PrintWriter out, Configuration configuration) {
        if (configuration.sources().isEmpty()) {
            risky(out, "no sources: nothing comes in but what is pushed", "topfive sources add URL");
        } else {
            ok(out, Sources.counted(configuration));
        }
    }

    private static void ok(PrintWriter out, String what) {
        out.println("ok    " + what);
    }

    private static void risky(PrintWriter out, String what, String remedy) {
        out.println("risky " + what + " -> " + remedy);
    }

    private void wrong(PrintWriter out, int becauseOf, String what, String remedy) {
        out.println("wrong " + what + " -> " + remedy);
        status = status == Exit.OK ? becauseOf : status;
    }
}
