package topfive.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topfive.chaos.Jvm;

/** One of the brokers, also a controller, in a process of its own: always in the same folder and at the same ports. */
public final class Node implements AutoCloseable {
    private final Path folder;
    private final Places places;
    private Jvm jvm;

    /** Where a broker listens; each port is on 127.0.0.1. */
    record Places(int id, int applications, int driver, int peers, int controller) {
        static Places of(int id, FreePorts ports) {
            return new Places(id, ports.next(), ports.next(), ports.next(), ports.next());
        }

        /** By this name the others know it; what address it is, is said to each in a file of its own. */
        String name() {
            return "broker-" + id;
        }
    }

    Node(Path folder, Places places) {
        this.folder = folder;
        this.places = places;
    }

    public int id() {
        return places.id();
    }

    Places places() {
        return places;
    }

    /** Past every proxy. */
    String direct() {
        return "127.0.0.1:" + places.driver();
    }

    /** Returns at once. */
    public void start() {
        var settings = folder.resolve("server.properties").toString();
        var flags = List.of(
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dtopfive.log=WARN",
                "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                "-cp",
                System.getProperty("java.class.path"));
        jvm = Jvm.start(folder, places.name(), flags, Member.class.getName(), List.of(settings));
    }

    public Jvm jvm() {
        return jvm;
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is on its way out all the same
        }
    }

    /** kill -9; returns when it is gone. */
    public void kill() throws InterruptedException {
        if (jvm != null) {
            jvm.kill();
        }
    }

    /**
     * @param advertised the port that applications are told
     * @param addresses where the brokers are, seen from this one, in the order of all
     */
    void configure(
            String cluster,
            int transactions,
            int advertised,
            List<Places> all,
            List<String> addresses,
            Map<String, String> more) {
        try {
            Files.createDirectories(folder);
            var hosts = IntStream.range(0, all.size())
                    .mapToObj(i -> addresses.get(i) + " " + all.get(i).name())
                    .collect(Collectors.joining("\n", "127.0.0.1 localhost\n", "\n"));
            Files.writeString(folder.resolve("hosts"), hosts, StandardCharsets.UTF_8);
            var settings = settings(advertised, all);
            settings.putAll(more);
            settings.put(Member.CLUSTER, cluster);
            settings.put(Member.TRANSACTIONS, "" + transactions);
            try (var out = Files.newBufferedWriter(folder.resolve("server.properties"), StandardCharsets.UTF_8)) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private Properties settings(int advertised, List<Places> all) {
        var settings = ClusterSettings.of(all.size());
        settings.put("node.id", "" + places.id());
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put(
                "controller.quorum.voters",
                all.stream()
                        .map(each -> each.id() + "@" + each.name() + ":" + each.controller())
                        .collect(Collectors.joining(",")));
        settings.put(
                "listeners",
                String.format(
                        Locale.ROOT,
                        "APPLICATIONS://127.0.0.1:%d,DRIVER://127.0.0.1:%d,PEERS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d",
                        places.applications(),
                        places.driver(),
                        places.peers(),
                        places.controller()));
        settings.put(
                "advertised.listeners",
                String.format(
                        Locale.ROOT,
                        "APPLICATIONS://127.0.0.1:%d,DRIVER://127.0.0.1:%d,PEERS://%s:%d",
                        advertised,
                        places.driver(),
                        places.name(),
                        places.peers()));
        return settings;
    }
}
