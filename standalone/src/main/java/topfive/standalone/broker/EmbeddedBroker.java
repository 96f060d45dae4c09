package topfive.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.standalone.Refusal;

/**
 * A KRaft broker in this JVM: the real one, with its log on disk under {@code DATA/broker}. What it acknowledged is there after a restart
 * and after kill -9.
 *
 * <p>Where the disk fails or is full, Kafka ends the whole JVM: never share it with something precious.
 */
public final class EmbeddedBroker implements AutoCloseable {
    /** See decision 5. */
    private static final short TRANSACTIONS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final FolderLock lock;
    private final Node server;
    private final int port;

    private EmbeddedBroker(FolderLock lock, Node server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Returns when the broker takes connections.
     *
     * @param data made where it is missing
     * @param port on 127.0.0.1; 0 picks a free one
     * @throws Refusal where the folder is in use or cannot be written, or the port is taken
     */
    public static EmbeddedBroker start(Path data, int port) {
        var lock = FolderLock.on(data);
        try {
            DataFolder.mustBeUsable(data);
            var listener = port == 0 ? Ports.free() : Ports.need(port);
            Exit.setHaltProcedure((status, why) -> halt(data, status));
            var server = new Node(format(data.resolve("broker"), listener));
            server.startup();
            return new EmbeddedBroker(lock, server, listener);
        } catch (Refusal e) {
            lock.close();
            throw e;
        } catch (RuntimeException e) { // as Kafka throws them, from deep inside
            lock.close();
            throw Refusal.failed(
                    "the embedded broker cannot start in " + data + ": " + e.getMessage(),
                    "if this folder was used by a newer topfive, use that one; else name another with --data DIR",
                    e);
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        lock.close();
    }

    /** The last line is read first: it says what to do. */
    private static void halt(Path data, int status) {
        try {
            LOG.error(
                    "the broker has ended this process, as it does where its disk fails or is full (the lines above say why): {} has"
                            + " {} MiB free; make room or mend the disk, and start again: what was acknowledged is there",
                    data,
                    Files.getFileStore(data).getUsableSpace() >> 20);
        } catch (IOException e) {
            LOG.error("the broker has ended this process: {} cannot be used any more: {}", data, e.toString());
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    /** Safe at every start: a folder that has been formatted stays as it is. */
    private static KafkaConfig format(Path folder, int listener) {
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(ClusterId.of(folder))
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setFeatureLevel("transaction.version", TRANSACTIONS)
                    .setIgnoreFormatted(true)
                    .run();
            return KafkaConfig.fromProps(BrokerSettings.of(folder, listener, Ports.freeBut(listener)), false);
        } catch (IOException e) {
            throw cannotUse(folder, e);
        } catch (Exception e) { // Formatter.run declares no less
            throw Refusal.failed(
                    "the broker's folder " + folder + " cannot be prepared: " + e.getMessage(),
                    "name another folder with --data, or remove this one if its content may go",
                    e);
        }
    }

    private static Refusal cannotUse(Path folder, IOException e) {
        return Refusal.failed(
                "the broker's folder " + folder + " cannot be written: " + e,
                "name another folder with --data DIR, or make this one writable",
                e);
    }
}
