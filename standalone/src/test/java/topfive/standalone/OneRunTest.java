package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;
import topfive.standalone.topic.Broker;

/** {@code topfive run all} as its operator meets it: from outside. */
class OneRunTest {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Path ROOT = Path.of(System.getProperty("topfive.root", ".."));
    private static final int TERMINATED = 143;
    /** Said of each store that was read back. */
    static final String RESTORED = "restored stores=";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void what_it_measures_is_what_is_documented_and_it_stops_within_ten_seconds_without_a_trace() throws Exception {
        try (var run = run()) {
            var admin = awaitReady(run);
            assertThat(get(admin.resolve("/health/live")).body()).isEqualTo("live\n");
            assertThat(push(run, "Rents in Tamarack fell by 7 percent.")).isEqualTo(202);
            assertThat(push(run, "Rents in Tamarack fell by 7 percent.")).isEqualTo(200);
            assertThat(push(run, "")).isEqualTo(400);
            nonsense(run);
            await().atMost(START).until(() -> metric(admin, "topfive_dead_letters_total") == 1);
            await().atMost(START).until(() -> metric(admin, "topfive_documents_read_total") == 1);

            var shown = metrics(admin);
            var table = table();
            assertThat(shown.keySet()).allSatisfy(name -> assertThat(table).containsKey(name));
            shown.forEach((name, labels) ->
                    assertThat(labels).as(name).isEqualTo(table.get(name).labels()));
            assertThat(shown.keySet())
                    .containsAll(table.entrySet().stream()
                            .filter(each -> each.getValue().always())
                            .map(Map.Entry::getKey)
                            .toList());
            assertThat(metric(admin, "topfive_documents_received_total")).isEqualTo(1);
            assertThat(metric(admin, "topfive_documents_duplicate_total")).isEqualTo(1);
            assertThat(metric(admin, "topfive_dropped_records")).isZero();
            assertThat(get(admin.resolve("/health/ready")).body())
                    .contains("degraded: 1 dead letter within 10 minutes: topfive dead-letters list\n");

            stops(run);
        }
        try (var again = run()) {
            awaitReady(again);
            assertThat(again.talked()).doesNotContain(RESTORED);
            stops(again);
        }
    }

    @Test
    void told_to_stop_in_the_middle_of_the_start_it_stops_and_says_nothing_of_it() throws Exception {
        try (var run = run()) {
            await().atMost(START).until(() -> Files.exists(folder.resolve("data/broker/meta.properties")));
            stops(run);
        }
    }

    private void stops(OwnProcess run) throws Exception {
        var began = System.nanoTime();
        run.process().destroy();
        assertThat(run.end(20)).isEqualTo(TERMINATED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(run.talked())
                .doesNotContain("level=ERROR")
                .doesNotContain("does not stop")
                .doesNotContain("Exception");
    }

    private OwnProcess run() throws IOException {
        var arguments = new ArrayList<>(List.of("run", "all"));
        Stream.of("broker.port", "dashboard.port", "ingest.port", "admin.port")
                .forEach(port -> arguments.addAll(List.of("--set", port + "=0")));
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        return OwnProcess.start(folder, List.of(), Topfive.class, arguments.toArray(String[]::new));
    }

    private URI awaitReady(OwnProcess run) throws IOException {
        await().atMost(START).until(() -> run.talked().contains("Ctrl-C stops"));
        var admin = address(run, "admin");
        await().atMost(START).until(() -> get(admin).statusCode() == 200);
        assertThat(get(admin).body()).startsWith("""
                broker ready
                dashboard ready
                ingest ready
                kafka ready
                processor ready
                """);
        return admin;
    }

    private static URI address(OwnProcess run, String part) throws IOException {
        var line = Pattern.compile("^" + part + "  (\\S+)$", Pattern.MULTILINE).matcher(run.talked());
        assertThat(line.find()).isTrue();
        return URI.create(line.group(1));
    }

    private int push(OwnProcess run, String content) throws IOException, InterruptedException {
        var body = "{\"source\":\"wire\",\"url\":\"https://a.example/1\",\"content\":\"" + content + "\"}";
        var request = HttpRequest.newBuilder(address(run, "ingest"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static void nonsense(OwnProcess run) throws Exception {
        var line = Pattern.compile("^broker  (\\S+)$", Pattern.MULTILINE).matcher(run.talked());
        assertThat(line.find()).isTrue();
        try (var producer = new Broker(Map.of("bootstrap.servers", line.group(1))).producer()) {
            producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), new byte[] {1}, new byte[] {2}))
                    .get();
        }
    }

    private HttpResponse<String> get(URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our own, each with its labels. */
    private Map<String, String> metrics(URI admin) {
        var named = Pattern.compile("^(topfive_\\w+?)(?:_count|_sum)?(?:\\{(.*)})? .*");
        return get(admin.resolve("/metrics"))
                .body()
                .lines()
                .map(named::matcher)
                .filter(line -> line.matches())
                .collect(Collectors.toMap(
                        line -> line.group(1),
                        line -> labels(line.group(2)),
                        (one, other) -> one.equals(other) ? one : one + " or " + other,
                        TreeMap::new));
    }

    private static String labels(String said) {
        return said == null
                ? ""
                : Stream.of(said.split(","))
                        .map(each -> each.split("=")[0])
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private double metric(URI admin, String name) {
        return get(admin.resolve("/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    record Documented(String labels, boolean always) {}

    static Map<String, Documented> table() throws IOException {
        var row = Pattern.compile("\\| `(topfive_\\w+)` \\| ([a-z, ]*)\\| (always|if any) \\| .+ \\|");
        try (var lines = Files.lines(ROOT.resolve("docs/metrics.md"))) {
            return lines.map(row::matcher)
                    .filter(line -> line.matches())
                    .collect(Collectors.toMap(
                            line -> line.group(1),
                            line -> new Documented(
                                    Stream.of(line.group(2).strip().split(", "))
                                            .sorted()
                                            .collect(Collectors.joining(", ")),
                                    line.group(3).equals("always"))));
        }
    }
}
