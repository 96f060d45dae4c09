package topfive.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;

/** One broker in a process of its own, always on the same port and folder. It is the product's, as `topfive run all` has it in its own JVM. */
public final class Broker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private Jvm jvm;

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Not started yet. */
    public static Broker in(Path folder) {
        return new Broker(folder, Ports.free());
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns at once. */
    public void start() {
        jvm = Jvm.start(
                folder,
                "broker",
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path")),
                Alone.class.getName(),
                List.of(folder.toString(), "" + port));
    }

    /** @throws TimeoutException where it does not answer in time; the log is named */
    public void awaitReady(Duration atMost) throws InterruptedException, TimeoutException {
        Deadline.await("the broker answers, see " + jvm.log(), atMost, () -> {
            if (!jvm.alive()) {
                throw new TimeoutException("the broker has ended, see " + jvm.log());
            }
            return answers();
        });
    }

    public Jvm jvm() {
        return jvm;
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.kill();
        }
    }

    private boolean answers() throws InterruptedException {
        var admin = Admin.create(
                Map.of("bootstrap.servers", address(), "request.timeout.ms", 1_000, "default.api.timeout.ms", 1_000));
        try {
            // a node that is listed has come through its registration and takes records
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** What runs in the broker's own JVM. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] arguments) throws InterruptedException {
            var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            Thread.currentThread().join();
        }
    }
}
