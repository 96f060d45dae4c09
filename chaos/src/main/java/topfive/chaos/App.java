package topfive.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import topfive.standalone.Topfive;
import topfive.standalone.broker.Ports;

/**
 * The product's own command in a process of its own, {@code run processor} for one, with the JVM flags that the launcher gives it. Dies and
 * is started again on the same folder.
 */
public final class App implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path folder;
    private final String service;
    private final int admin;
    private Jvm jvm;

    private App(Path folder, String service, int admin) {
        this.folder = folder;
        this.service = service;
        this.admin = admin;
    }

    /**
     * Writes its topfive.yml; not started yet.
     *
     * @param service {@code processor}, {@code ingest}, {@code dashboard} or {@code all}
     * @param settings lines of topfive.yml besides data, kafka and admin
     */
    public static App in(Path folder, String service, String bootstrapServers, String... settings) {
        var admin = Ports.free();
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("topfive.yml"),
                    String.format(
                            Locale.ROOT,
                            """
                    data: "%s"
                    kafka: {bootstrap.servers: "%s"}
                    admin: {port: %d}
                    %s
                    """,
                            folder.resolve("data"),
                            bootstrapServers,
                            admin,
                            String.join("\n", settings)),
                    StandardCharsets.UTF_8);
            return new App(folder, service, admin);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    /**
     * Returns at once.
     *
     * @param flags more of the JVM's, e.g. {@code -Dtopfive.fail=final-sent}
     */
    public void start(String... flags) {
        jvm = command(service, flags, "run", service);
    }

    /** Another command of the product with the same settings, e.g. {@code day close 2036-10-25}; its log is named like it. */
    public Jvm command(String name, String[] flags, String... arguments) {
        var all = new ArrayList<>(launched());
        all.addAll(List.of(flags));
        all.addAll(List.of("-cp", Jvm.classPath()));
        var words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--config", folder.resolve("topfive.yml").toString()));
        return Jvm.start(folder, name, all, Topfive.class.getName(), words);
    }

    public Jvm jvm() {
        return jvm;
    }

    /** Where Kafka Streams keeps its stores. */
    public Path state() {
        return folder.resolve("data/state");
    }

    /** What it says of itself: works, and is not behind. */
    public boolean ready() throws InterruptedException {
        return unready().isEmpty();
    }

    /** Why it is not ready, in its own words; nothing where it is. */
    public Optional<String> unready() throws InterruptedException {
        try {
            var answer = get("/health/ready");
            return answer.statusCode() == 200
                    ? Optional.empty()
                    : Optional.of(service + ": " + answer.body().strip());
        } catch (IOException e) {
            return Optional.of(service + " does not answer: " + e);
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + admin + path);
        return http.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    /** @throws TimeoutException where it is not ready in time; the log is named */
    public void awaitReady(Duration atMost) throws InterruptedException, TimeoutException {
        Deadline.await(service + " is ready, see " + jvm.log(), atMost, () -> {
            if (!jvm.alive()) {
                throw new TimeoutException(service + " has ended, see " + jvm.log());
            }
            return ready();
        });
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.kill();
        }
    }

    /** As in the launcher `topfive`, for `run`. */
    private List<String> launched() {
        var temporary = folder.resolve("tmp");
        try {
            Folders.delete(temporary); // what the libraries of one that was killed had unpacked
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
        var flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dai.djl.offline=true",
                "-Dtopfive.terminal=false",
                "-Djava.io.tmpdir=" + temporary,
                "-Djna.tmpdir=" + temporary,
                "-DDJL_CACHE_DIR=" + folder.resolve("djl"),
                "-DENGINE_CACHE_DIR=" + folder.resolve("djl"),
                "-Dtopfive.install=" + folder));
        var feature = Runtime.version().feature();
        if (feature >= 23) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (feature >= 24) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        var archive = System.getProperty("topfive.chaos.archive", "");
        if (!archive.isEmpty() && Files.exists(Path.of(archive))) {
            flags.addAll(List.of(
                    "-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        return flags;
    }
}
