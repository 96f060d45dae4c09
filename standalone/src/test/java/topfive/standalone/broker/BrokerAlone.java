package topfive.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A broker in a process of its own, to be killed: data folder, a file that gets its address when it is ready, and
 * the port, where it must be the same again.
 */
public final class BrokerAlone {
    private BrokerAlone() {}

    public static void main(String[] arguments) throws Exception {
        var port = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), port)) {
            Files.writeString(Path.of(arguments[1]), broker.address());
            Thread.sleep(120_000); // ends by itself where the test dies
        }
    }
}
