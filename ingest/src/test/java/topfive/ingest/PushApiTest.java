package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private final HttpClient client = HttpClient.newHttpClient();

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
                "{\"source\":\"a\",\"content\":\"<p></p>\",\"contentType\":\"text/html\"} | 422 | no-text",
                "{\"source\":\"a\",\"content\":\"<p>We use cookies on this site. By clicking you give your consent.</p>\",\"contentType\":\"text/html\"} | 422 | cookie-wall"
            })
    void what_is_refused_is_told_why_and_not_kept(String body, int status, String reason) throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            var answer = post(desk, body);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"title\":\"" + reason + "\"");
            assertThat(desk.producer.history()).isEmpty();
            assertThat(desk.metrics
                            .counter("topfive.ingest.rejected", "reason", reason)
                            .count())
                    .isEqualTo(1);
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
            var plain = request(desk)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(DOCUMENT))
                    .build();
            assertThat(send(plain).statusCode()).isEqualTo(415);
        }
    }

    @Test
    void without_the_broker_the_answer_is_503_and_the_same_push_is_taken_later() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB)) {
            desk.producer.sendException = new TimeoutException("away");
            assertThat(post(desk, DOCUMENT).statusCode()).isEqualTo(503);
            desk.producer.sendException = null;
            assertThat(post(desk, DOCUMENT).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void a_token_is_asked_for_where_one_is_set() throws Exception {
        try (var desk = new Desk(NOW, NO_WEB, true, Optional.of("secret"), Path.of("."))) {
            assertThat(post(desk, DOCUMENT).statusCode()).isEqualTo(401);
            var right = request(desk)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer secret")
                    .POST(HttpRequest.BodyPublishers.ofString(DOCUMENT))
                    .build();
            assertThat(send(right).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void an_open_address_without_a_token_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Settings(
                        List.of(), List.of(), "", List.of("en"), "0.0.0.0", 0, Optional.empty(), Path.of(".")))
                .hasMessage("ingest.bind 0.0.0.0 is open to others: set ingest.token, or bind to 127.0.0.1");
    }

    private HttpResponse<String> post(Desk desk, String body) throws IOException, InterruptedException {
        return send(request(desk)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(Desk desk) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.ingest.pushPort() + "/v1/documents"));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
