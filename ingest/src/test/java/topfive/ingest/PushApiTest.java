package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.Article;
import topfive.contract.Episode;
import topfive.contract.Limits;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;

class PushApiTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final Web NO_WEB = request -> Fetched.Failed.of("http-404", "");
    private static final String DOCUMENT =
            "{\"source\":\"wire\",\"url\":\"https://a.example/1\",\"title\":\"T\",\"publishedAt\":\"2026-10-14T08:00:00Z\",\"language\":\"en\",\"contentType\":\"text/plain\",\"content\":\"Rents fell by 7 percent.\"}";

    @Test
    void a_document_is_accepted_once_and_then_known() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var first = post(desk, DOCUMENT);
            var second = post(desk, DOCUMENT);

            var article = (Article) desk.documents().get(0);
            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(first.body()).isEqualTo("{\"id\":\"" + article.id() + "\",\"duplicate\":false}");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.body()).isEqualTo("{\"id\":\"" + article.id() + "\",\"duplicate\":true}");
            assertThat(desk.documents()).hasSize(1);
            assertThat(article.title()).isEqualTo("T");
            assertThat(article.source().owner()).isEqualTo("a.example");
            assertThat(article.publishedAt()).isEqualTo("2026-10-14T08:00:00Z");
        }
    }

    @Test
    void a_transcript_is_an_episode() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            post(
                    desk,
                    "{\"source\":\"pod\",\"contentType\":\"text/vtt\",\"content\":\"WEBVTT\\n\\n00:01.000 --> 00:02.000\\n<v Ann>Rents fell.\"}");

            assertThat(((Episode) desk.documents().get(0)).turns().get(0).speaker())
                    .isEqualTo("Ann");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":            | 400 | not-json",
                "[1]                     | 400 | not-json",
                "{\"source\":\"a\"}      | 400 | missing-field",
                "{\"content\":\"a\"}     | 400 | missing-field",
                "{\"source\":\"a\",\"content\":\"x\",\"content\":\"y\"} | 400 | not-json",
                "{\"source\":\"a\",\"content\":\"x\",\"contentType\":\"image/png\"} | 415 | content-type",
                "{\"source\":\"a\",\"content\":\"x\",\"url\":\"javascript:alert(1)\"} | 422 | bad-field",
                "{\"source\":\"a\",\"content\":\"x\",\"publishedAt\":\"soon\"} | 422 | bad-field",
                "{\"source\":\"a\",\"content\":\"x\",\"title\":7} | 422 | bad-field",
                "{\"source\":\"a\",\"content\":\"x\",\"language\":\"English, mostly\"} | 422 | bad-field",
                "{\"source\":\"a\",\"content\":\"x\",\"kind\":\"film\"} | 422 | bad-field",
                "{\"source\":\"a\\nb\",\"content\":\"x\"} | 422 | bad-field",
                "{\"source\":\"a\",\"content\":\"x\"} {} | 400 | not-json",
                "{\"source\":\"a\",\"content\":\"<p></p>\",\"contentType\":\"text/html\"} | 422 | no-text",
                "{\"source\":\"a\",\"content\":\"<p>We use cookies on this site. By clicking you give your consent.</p>\",\"contentType\":\"text/html\"} | 422 | cookie-wall"
            })
    void what_is_refused_is_told_why_and_not_kept(String body, int status, String reason) throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var answer = post(desk, body);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"reason\":\"" + reason + "\"");
            assertThat(desk.producer.history()).isEmpty();
            assertThat(desk.metrics
                            .counter("topfive.documents.rejected", "reason", reason)
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_field_that_means_nothing_is_named_in_the_answer() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var answer = post(desk, "{\"source\":\"a\",\"tittle\":\"T\",\"content\":\"Rents fell by 7 percent.\"}");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).endsWith("\"duplicate\":false,\"ignored\":[\"tittle\"]}");
        }
    }

    @Test
    void a_page_with_speakers_and_times_is_a_transcript_and_any_page_is_one_that_says_so() throws Exception {
        var page = "<cite>Ann:</cite> <time>0:00</time><p>Rents fell.</p><cite>Bo:</cite> <time>0:07</time><p>Why?</p>";
        try (var desk = new Desk(NOW, NO_WEB)) {
            var html = "{\"source\":\"pod\",\"contentType\":\"text/html\",\"content\":\"%s\"}";
            assertThat(post(desk, html.formatted(page)).statusCode()).isEqualTo(202);
            var text = "{\"source\":\"pod\",\"kind\":\"episode\",\"content\":\"Ann: Rents fell.\\nAnn: By a lot.\"}";
            assertThat(post(desk, text).statusCode()).isEqualTo(202);

            assertThat(desk.documents())
                    .hasSize(2)
                    .allSatisfy(document -> assertThat(
                                    ((Episode) document).turns().get(0).speaker())
                            .isEqualTo("Ann"));
        }
    }

    @Test
    void half_a_character_is_no_reason_to_fail() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var half = "{\"source\":\"a\",\"title\":\"\\ud83d T\",\"content\":\"Rents \\udc00 fell by 7 percent.\"}";
            assertThat(post(desk, half).statusCode()).isEqualTo(202);
            assertThat(((Article) desk.documents().get(0)).title()).isEqualTo("\uFFFD T");
        }
    }

    @Test
    void a_body_may_be_packed_but_not_burst() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var push = new Pusher(desk);
            assertThat(push.post(Pusher.gzip(Desk.utf8(DOCUMENT)), "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(push.post(Pusher.gzip(new byte[64 * 1024 * 1024]), "Content-Encoding", "gzip")
                            .body())
                    .contains("\"status\":413", "the unpacked body is larger than 2048 KiB");
            assertThat(push.post(Desk.utf8(DOCUMENT), "Content-Encoding", "gzip")
                            .body())
                    .contains("\"status\":400", "broken-gzip");
            assertThat(push.post(Desk.utf8(DOCUMENT), "Content-Encoding", "br").statusCode())
                    .isEqualTo(415);
            assertThat(desk.documents()).hasSize(1);
        }
    }

    @Test
    void whatever_is_asked_elsewhere_is_answered_in_the_same_form() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var push = new Pusher(desk);
            assertThat(push.get("/").body())
                    .isEqualTo("{\"push\":\"POST /v1/documents\",\"service\":\"topfive ingest\"}");
            assertThat(push.get("/v1/nothing").body()).contains("\"status\":404", "\"reason\":\"not-found\"");
            var get = push.get("/v1/documents");
            assertThat(get.body()).contains("\"status\":405");
            assertThat(get.headers().firstValue("allow")).contains("POST");
            assertThat(get.headers().firstValue("content-type")).contains("application/problem+json");
        }
    }

    @Test
    void who_sends_drop_by_drop_is_let_go_after_a_minute() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB);
                var socket = new Socket(InetAddress.getLoopbackAddress(), desk.ingest.pushPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(Desk.utf8("POST /v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                    + "Content-Type: application/json\r\nExpect: 100-continue\r\n\r\n"));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(in.readLine()).isEmpty();
            desk.now = NOW.plusSeconds(61);
            out.write('{');

            assertThat(in.readLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
            assertThat(in.lines()).contains("Content-Type: application/problem+json", "Connection: close");
        }
    }

    @Test
    void too_large_too_deep_and_another_media_type_are_refused() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            assertThat(post(desk, "{\"source\":\"a\",\"content\":\"" + "x".repeat(Limits.PUSH) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(post(desk, "{\"source\":\"a\",\"x\":" + "[".repeat(5000)).statusCode())
                    .isEqualTo(400);
            assertThat(post(desk, DOCUMENT, "Content-Type", "text/plain").statusCode())
                    .isEqualTo(415);
        }
    }

    @Test
    void without_the_broker_the_answer_is_503_and_the_same_push_is_taken_later() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            desk.producer.sendException = new TimeoutException("away");
            var away = post(desk, DOCUMENT);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("retry-after")).contains("5");
            desk.producer.sendException = null;
            assertThat(post(desk, DOCUMENT).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void a_token_is_asked_for_where_one_is_set() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB, true, Optional.of("secret"), Path.of("."))) {
            assertThat(post(desk, DOCUMENT).statusCode()).isEqualTo(401);
            assertThat(post(desk, DOCUMENT, "Authorization", "Bearer secret").statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void an_open_address_without_a_token_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Settings(
                        List.of(), List.of(), "", List.of("en"), "0.0.0.0", 0, Optional.empty(), Path.of(".")))
                .hasMessage("ingest.bind 0.0.0.0 is open to others: set ingest.token, or bind to 127.0.0.1");
    }

    private static HttpResponse<String> post(Desk desk, String body, String... headers) throws Exception {
        return new Pusher(desk).post(body, headers);
    }
}
