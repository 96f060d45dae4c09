package topfive.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;

/** A broker in a process of its own, to be killed: data folder, and a file that gets its address when it is ready. */
public final class BrokerAlone {
    private BrokerAlone() {}

    public static void main(String[] arguments) throws Exception {
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
            Files.writeString(Path.of(arguments[1]), broker.address());
            Thread.sleep(120_000); // ends by itself where the test dies
        }
    }
}
