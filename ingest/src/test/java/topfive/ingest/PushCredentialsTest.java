package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topfive.ingest.push.Pass;
import topfive.ingest.push.Pushing;

/** Who may push, for whom, and how often. */
class PushCredentialsTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final String WIRE = document("wire", "Rents fell by 7 percent.");

    private final Desk desk = new Desk(
            NOW,
            new Pushing(
                    List.of(
                            Pass.token("token-of-the-wire", Set.of("wire", "blog")),
                            Pass.token("token-of-all", Set.of("*")),
                            Pass.secret("secret-of-the-wire", Set.of("wire"))),
                    10,
                    20,
                    "",
                    ""));
    private final Pusher push = new Pusher(desk);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_token_is_good_for_its_own_sources_alone() throws Exception {
        assertThat(bearer(WIRE, "token-of-the-wire").statusCode()).isEqualTo(202);
        var other = bearer(document("other", "Rents fell."), "token-of-the-wire");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body()).contains("\"reason\":\"wrong-source\"");
        assertThat(bearer(document("other", "Rents fell."), "token-of-all").statusCode())
                .isEqualTo(202);
    }

    @Test
    void without_a_token_or_with_a_wrong_one_nothing_is_read() throws Exception {
        var none = push.post(WIRE);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("www-authenticate")).contains("Bearer realm=\"topfive\"");
        assertThat(none.body()).contains("no-credentials");
        assertThat(bearer("{", "token-of-the-wir").body()).contains("bad-token");
        assertThat(push.post(WIRE, "Authorization", "Basic dG9rZW4=").body()).contains("bad-token");
        assertThat(desk.producer.history()).isEmpty();
    }

    @Test
    void a_signature_over_time_and_body_is_as_good_as_a_token() throws Exception {
        assertThat(signed(WIRE, NOW, "secret-of-the-wire").statusCode()).isEqualTo(202);
        assertThat(signed(document("blog", "Rents fell."), NOW, "secret-of-the-wire")
                        .body())
                .contains("wrong-source");
        assertThat(signed(WIRE, NOW, "another secret").body()).contains("bad-signature");
        assertThat(push.post(WIRE.replace('7', '9'), "X-Signature", signature(WIRE, NOW, "secret-of-the-wire"))
                        .body())
                .contains("bad-signature");
        assertThat(push.post(WIRE, "X-Signature", "v1=00").body()).contains("t=UNIX,v1=HEX");
    }

    @Test
    void what_is_packed_is_signed_as_it_is_sent() throws Exception {
        var packed = Pusher.gzip(Desk.utf8(WIRE));
        var signature = signature(packed, NOW, "secret-of-the-wire");
        assertThat(push.post(packed, "X-Signature", signature, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_signature_counts_for_five_minutes_either_side() throws Exception {
        for (int seconds : new int[] {-300, 300}) {
            assertThat(signed(WIRE, NOW.plusSeconds(seconds), "secret-of-the-wire")
                            .statusCode())
                    .isLessThan(300);
        }
        for (int seconds : new int[] {-301, 301}) {
            assertThat(signed(WIRE, NOW.plusSeconds(seconds), "secret-of-the-wire")
                            .body())
                    .contains("\"status\":401", "\"reason\":\"stale\"");
        }
    }

    @Test
    void a_signed_request_may_be_repeated_until_its_document_has_another_text() throws Exception {
        var older = document("wire", "Rents fell by 7 percent.", "https://a.example/1");
        var newer = document("wire", "Rents fell by 8 percent.", "https://a.example/1");

        assertThat(signed(older, NOW, "secret-of-the-wire").statusCode()).isEqualTo(202);
        assertThat(signed(older, NOW, "secret-of-the-wire").body()).contains("\"duplicate\":true");
        assertThat(signed(newer, NOW, "secret-of-the-wire").statusCode()).isEqualTo(202);
        var replayed = signed(older, NOW, "secret-of-the-wire");
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(replayed.body()).contains("\"reason\":\"replayed\"");
        assertThat(signed(older, NOW.plusSeconds(1), "secret-of-the-wire").statusCode())
                .as("signed anew it is meant")
                .isEqualTo(202);
        assertThat(desk.documents()).extracting(document -> document.revision()).containsExactly(1, 2, 3);
    }

    @Test
    void what_was_not_taken_may_come_again_under_the_same_signature() throws Exception {
        desk.producer.sendException = new org.apache.kafka.common.errors.TimeoutException("away");
        assertThat(signed(WIRE, NOW, "secret-of-the-wire").statusCode()).isEqualTo(503);
        desk.producer.sendException = null;
        assertThat(signed(WIRE, NOW, "secret-of-the-wire").statusCode()).isEqualTo(202);
    }

    @Test
    void after_a_burst_the_pace_holds_and_the_answer_says_how_long_to_wait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(bearer(WIRE, "token-of-the-wire").statusCode()).isLessThan(300);
        }
        var over = bearer(WIRE, "token-of-the-wire");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("retry-after")).contains("1");
        assertThat(over.body()).contains("\"reason\":\"too-many\"");

        desk.now = NOW.plusSeconds(1);
        for (int i = 0; i < 10; i++) {
            assertThat(bearer(WIRE, "token-of-the-wire").statusCode()).isEqualTo(200);
        }
        assertThat(bearer(WIRE, "token-of-the-wire").statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> bearer(String body, String token) throws Exception {
        return push.post(body, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> signed(String body, Instant at, String secret) throws Exception {
        return push.post(body, "X-Signature", signature(body, at, secret));
    }

    private static String signature(String body, Instant at, String secret) throws Exception {
        return signature(Desk.utf8(body), at, secret);
    }

    private static String signature(byte[] body, Instant at, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update(Desk.utf8(at.getEpochSecond() + "."));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static String document(String source, String content) {
        return "{\"source\":\"" + source + "\",\"content\":\"" + content + "\"}";
    }

    private static String document(String source, String content, String url) {
        return "{\"source\":\"" + source + "\",\"url\":\"" + url + "\",\"content\":\"" + content + "\"}";
    }
}
