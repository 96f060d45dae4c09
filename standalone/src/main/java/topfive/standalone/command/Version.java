package topfive.standalone.command;

import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import topfive.standalone.Topfive;

/** {@code topfive version}. */
@Command(name = "version", description = "Prints the versions of Topfive, Kafka and Java.")
final class Version implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Override
    public Integer call() {
        setup.surroundings().out().println(line());
        return 0;
    }

    static String line() {
        var version = Topfive.class.getPackage().getImplementationVersion();
        return "topfive " + (version == null ? "from classes" : version) + ", Kafka " + AppInfoParser.getVersion()
                + ", Java " + Runtime.version();
    }

    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {line()};
        }
    }
}
