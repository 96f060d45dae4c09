package topfive.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.AtTerminal;
import topfive.standalone.Exit;
import topfive.standalone.broker.Ports;

class PushCommandTest {
    private static final String NEW = "202 {\"id\":\"aa\",\"duplicate\":false}";
    private static final String KNOWN = "200 {\"id\":\"aa\",\"duplicate\":true}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> credentials = new ArrayList<>();
    private volatile String retryAfter = "0";
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/v1/documents", this::answer);
        service.start();
        Files.writeString(folder.resolve("a.txt"), "Rents fell by 7 percent.");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void a_text_goes_with_what_is_said_about_it() {
        answers.add(NEW);

        assertThat(push("a.txt", "--source", "wire", "--title", "T", "--published", "2026-10-14T08:00:00Z"))
                .isZero();
        assertThat(bodies)
                .containsExactly("{\"contentType\":\"text/plain\",\"content\":\"Rents fell by 7 percent.\","
                        + "\"source\":\"wire\",\"title\":\"T\",\"publishedAt\":\"2026-10-14T08:00:00Z\"}");
        assertThat(out.toString()).isEqualTo("aa  new  a.txt\n");
        assertThat(err.toString()).isEqualTo("1 new, 0 known, 0 not taken, of 1 file\n");
    }

    @Test
    void a_json_document_goes_as_it_is_and_a_field_that_means_nothing_is_named() throws IOException {
        Files.writeString(
                folder.resolve("b.json"), "{\"source\":\"blog\",\"tittle\":\"B\",\"content\":\"Rents fell.\"}");
        answers.add("202 {\"id\":\"aa\",\"duplicate\":false,\"ignored\":[\"tittle\"]}");

        assertThat(push("b.json")).isZero();
        assertThat(bodies).containsExactly("{\"source\":\"blog\",\"tittle\":\"B\",\"content\":\"Rents fell.\"}");
        assertThat(err.toString()).contains("b.json: the service knows no field tittle");
    }

    @Test
    void who_is_told_to_wait_sends_the_same_again() {
        answers.addAll(List.of("503 {\"reason\":\"broker-away\"}", "429 {\"reason\":\"too-many\"}", KNOWN));

        assertThat(push("a.txt", "--source", "wire")).isZero();
        assertThat(bodies).hasSize(3).containsOnly(bodies.get(0));
        assertThat(out.toString()).isEqualTo("aa  known  a.txt\n");
    }

    @Test
    void what_is_refused_is_told_why_and_the_others_are_sent_all_the_same() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "Deaths fell by 14 percent.");
        answers.addAll(List.of("403 {\"reason\":\"wrong-source\",\"detail\":\"not yours\"}", NEW));

        assertThat(push("a.txt", "none.txt", "b.txt", "--source", "wire")).isEqualTo(Exit.FAILED);
        assertThat(out.toString()).isEqualTo("aa  new  b.txt\n");
        assertThat(err.toString())
                .contains("not taken: a.txt: 403 wrong-source: not yours\n")
                .contains("not taken: none.txt: it does not exist\n")
                .endsWith("1 new, 0 known, 2 not taken, of 3 files\n");
    }

    @Test
    void where_nobody_answers_or_all_say_later_it_ends_with_4() {
        for (int i = 0; i < 6; i++) {
            answers.add("503 {\"reason\":\"broker-away\",\"detail\":\"send it again\"}");
        }
        assertThat(push("a.txt", "--source", "wire")).isEqualTo(Exit.UNREACHABLE);
        assertThat(err.toString()).contains("a.txt was not taken: 503 broker-away: send it again");
        assertThat(topfive("push", "a.txt", "--source", "wire", "--to", "http://127.0.0.1:" + Ports.free()))
                .isEqualTo(Exit.UNREACHABLE);
    }

    @Test
    void a_token_of_ours_is_shown_to_nobody_else_and_one_from_a_file_is_sent() throws IOException {
        Files.writeString(folder.resolve("token"), "s3cret\n");
        answers.addAll(List.of(NEW, NEW, NEW));

        push("a.txt", "--source", "wire", "--set", "ingest.token=ours");
        push("a.txt", "--source", "wire", "--token-file", "token");
        push("a.txt", "--source", "wire", "--secret-file", "token");

        assertThat(credentials.subList(0, 2)).containsExactly("null null", "Bearer s3cret null");
        assertThat(credentials.get(2)).matches("null t=1795348800,v1=[0-9a-f]{64}");
        topfive("push", "a.txt", "--source", "wire", "--set", "ingest.token=ours", "--set", "ingest.port=" + port());
        assertThat(credentials).last().isEqualTo("Bearer ours null");
    }

    @Test
    void a_dry_run_sends_nothing_and_one_address_for_two_files_is_wrong_usage() throws IOException {
        Files.writeString(folder.resolve("b.vtt"), "WEBVTT\n");

        assertThat(push("a.txt", "b.vtt", "--source", "wire", "--dry-run")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"contentType\":\"text/plain\",\"content\":\"Rents fell by 7 percent.\",\"source\":\"wire\"}",
                        "{\"contentType\":\"text/vtt\",\"content\":\"WEBVTT\\n\",\"source\":\"wire\"}");
        assertThat(push("a.txt", "b.vtt", "--source", "wire", "--url", "https://a.example/1"))
                .isEqualTo(Exit.USAGE);
        assertThat(bodies).isEmpty();
    }

    @Test
    void who_is_asked_to_wait_for_hours_is_told_so_and_does_not_come_back_before() {
        retryAfter = "7200";
        answers.add("503 {\"reason\":\"broker-away\",\"detail\":\"later\"}");

        assertThat(push("a.txt", "--source", "wire")).isEqualTo(Exit.UNREACHABLE);
        assertThat(bodies).hasSize(1);
        assertThat(err.toString()).contains("broker-away");
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var headers = exchange.getRequestHeaders();
        credentials.add(headers.getFirst("Authorization") + " " + headers.getFirst("X-Signature"));
        var answer = answers.isEmpty() ? NEW : answers.remove();
        var body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int port() {
        return service.getAddress().getPort();
    }

    private int push(String... arguments) {
        var all = new ArrayList<>(List.of("push", "--to", "http://127.0.0.1:" + port()));
        all.addAll(List.of(arguments));
        return topfive(all.toArray(String[]::new));
    }

    private int topfive(String... arguments) {
        return AtTerminal.topfive(folder, out, err, arguments);
    }
}
