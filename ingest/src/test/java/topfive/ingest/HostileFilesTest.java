package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;

/** Each file that was made to do harm, on each way in: a clean document, or a dead letter with its bytes; nobody is called up. */
@Timeout(60)
class HostileFilesTest {
    private static final Path FILES = Path.of(System.getProperty("topfive.root", "."), "../shared/data/dev/hostile");
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<URI> called = new ConcurrentLinkedQueue<>();
    private final ProxySelector usual = ProxySelector.getDefault();

    static Stream<Path> files() throws IOException {
        if (!Files.isDirectory(FILES)) {
            return Stream.of(Path.of("none"));
        }
        try (var all = Files.list(FILES)) {
            return all.sorted().toList().stream();
        }
    }

    @BeforeEach
    void listenToWhoIsCalled() {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                if (!uri.getPath().equals("/v1/documents")) {
                    called.add(uri);
                }
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
    }

    @AfterEach
    void stopListening() {
        ProxySelector.setDefault(usual);
    }

    @ParameterizedTest
    @MethodSource("files")
    void as_a_file(Path file) throws IOException {
        var bytes = bytes(file);
        Files.write(folder.resolve(file.getFileName().toString()), bytes);
        try (var desk = new Desk(
                NOW, request -> nothing(), true, Optional.empty(), folder, Desk.source("box", "folder", "."))) {
            desk.now = NOW.plusSeconds(3600);
            desk.ingest.harvestOnce();

            hasOneFate(desk, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void as_a_feed(Path file) throws IOException {
        var bytes = bytes(file);
        var feed = "https://a.example/feed";
        try (var desk = new Desk(
                NOW,
                request -> request.url().equals(feed) ? fresh(feed, bytes) : nothing(),
                Desk.source("a", "feed", feed))) {
            desk.ingest.harvestOnce();

            hasOneFate(desk, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void as_a_push(Path file) throws Exception {
        var bytes = bytes(file);
        try (var desk = new Desk(NOW, request -> nothing())) {
            var wrapped = Map.of(
                    "source", "a", "url", "https://a.example/x", "content", new String(bytes, StandardCharsets.UTF_8));
            for (var body : List.of(bytes, Json.bytes(wrapped))) {
                int before = desk.documents().size();
                var answer = post(desk, body);
                assertThat(answer.statusCode()).isIn(200, 202, 400, 413, 415, 422);
                if (answer.statusCode() >= 400) {
                    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
                    JsonNode problem = Json.MAPPER.readTree(answer.body());
                    assertThat(problem.get("detail").asText()).isNotBlank();
                    assertThat(desk.documents()).hasSize(before);
                }
            }
            desk.documents().forEach(HostileFilesTest::isClean);
            assertThat(called).isEmpty();
        }
    }

    private void hasOneFate(Desk desk, byte[] bytes) {
        desk.documents().forEach(HostileFilesTest::isClean);
        if (desk.documents().isEmpty()) {
            var state = desk.states().get(0);
            assertThat(desk.deadLetters().size() + (state.detail() == null ? 0 : 1))
                    .as("said: %s", state.detail())
                    .isPositive();
        }
        desk.deadLetters().stream()
                .filter(letter -> letter.length() == bytes.length)
                .forEach(letter -> {
                    assertThat(letter.sha256()).isEqualTo(Ids.sha256(bytes));
                    assertThat(letter.truncated() ? bytes : letter.bytes()).isEqualTo(bytes);
                });
        assertThat(desk.deadLetters()).extracting(DeadLetter::reason).doesNotContain("failed", "too-slow");
        assertThat(called).isEmpty();
    }

    private static void isClean(Document document) {
        var text = new String(Json.bytes(document), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("root:x:", "\u0000").hasSizeLessThan(Limits.DOCUMENT_RECORD);
        assertThat(document.title().chars().filter(Character::isISOControl)).isEmpty();
        assertThat(String.valueOf(document.url())).matches("null|https?://.+");
    }

    private static byte[] bytes(Path file) throws IOException {
        Assumptions.assumeTrue(Files.exists(file), "skipped: no ../shared/data/dev/hostile");
        return Files.readAllBytes(file);
    }

    private static Fetched fresh(String url, byte[] bytes) {
        return new Fetched.Fresh(url, bytes, "", new Validators(url, null, null), Hints.NONE);
    }

    private static Fetched nothing() {
        return Fetched.Failed.of("http-404", "not here");
    }

    private static HttpResponse<String> post(Desk desk, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.ingest.pushPort() + "/v1/documents"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
