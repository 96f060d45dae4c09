package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.HttpWeb;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.push.Pushing;

/** Feeds that are brought by a hub, and a hub that may be anybody. */
class WebSubTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final String FEED = "https://a.example/feed.xml";
    private static final String RENTS =
            "<item><guid>1</guid><title>Rents</title><description>Rents in Tamarack fell by 7 percent after the city let owners build six homes on any lot.</description></item>";
    private static final String WARDS =
            "<item><guid>2</guid><title>Wards</title><description>Deaths on ordinary wards fell by 14 percent because the hospital silenced its alarms.</description></item>";

    private HubOnLoopback hub;
    private Desk desk;
    private Pusher world;
    private volatile String feed;

    @BeforeEach
    void subscribe() throws Exception {
        hub = HubOnLoopback.start();
        feed = feed(hub.url(), RENTS);
        desk = new Desk(
                NOW,
                new WebWithForms(this::answer),
                new Pushing(List.of(), 1000, 1000, "https://news.example", "a key of the operator"),
                Desk.source("a", "feed", FEED));
        world = new Pusher(desk);
        desk.ingest.harvestOnce();
        desk.ingest.lookAtHubs();
    }

    /** The feed as the test has it, and forms over the real fetcher. */
    private record WebWithForms(Web feeds, Web forms) implements Web {
        WebWithForms(Web feeds) {
            this(feeds, new HttpWeb(List.of("127.0.0.1:*"), "", InstantSource.fixed(NOW), new SimpleMeterRegistry()));
        }

        @Override
        public Fetched get(Request request) throws InterruptedException {
            return feeds.get(request);
        }

        @Override
        public Optional<String> post(String url, Map<String, String> form, boolean mayBePrivate)
                throws InterruptedException {
            return forms.post(url, form, true);
        }
    }

    @AfterEach
    void close() {
        desk.close();
        hub.close();
    }

    @Test
    void the_hub_that_a_feed_names_is_asked_with_an_address_and_a_secret_that_nobody_can_guess() throws Exception {
        assertThat(hub.asked).hasSize(1);
        assertThat(hub.last())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", "https://a.example/self.xml")
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(hub.last().get("hub.callback")).matches("https://news\\.example/websub/[0-9a-f]{64}");
        assertThat(hub.last().get("hub.secret")).matches("[0-9a-f]{64}");
        desk.ingest.lookAtHubs();
        assertThat(hub.asked).as("it has an hour to answer").hasSize(1);
    }

    @Test
    void a_question_is_confirmed_only_for_what_was_asked_and_in_time() throws Exception {
        assertThat(question("subscribe", "https://a.example/other.xml").statusCode())
                .isEqualTo(404);
        assertThat(question("unsubscribe", "https://a.example/self.xml").statusCode())
                .isEqualTo(404);
        assertThat(world.get("/websub/0123?hub.mode=subscribe").statusCode()).isEqualTo(404);

        var right = question("subscribe", "https://a.example/self.xml");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("<word>");
        assertThat(right.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        promisedUntil(NOW.plus(Duration.ofDays(3)));

        desk.now = NOW.plusSeconds(3601);
        assertThat(question("subscribe", "https://a.example/self.xml").statusCode())
                .as("long after it was asked")
                .isEqualTo(404);
    }

    @Test
    void what_it_brings_with_its_signature_is_read_like_the_feed() throws Exception {
        question("subscribe", "https://a.example/self.xml");
        assertThat(desk.documents()).hasSize(1);

        for (var method : List.of("sha256", "sha384", "sha512")) {
            assertThat(bring(feed(hub.url(), WARDS), method, secret()).statusCode())
                    .isEqualTo(202);
        }
        await().until(() -> desk.documents().size() == 2);
        assertThat(desk.documents().get(1).title()).isEqualTo("Wards");
    }

    @Test
    void a_forged_delivery_is_answered_as_if_it_were_right_and_ignored() throws Exception {
        var forged = feed(hub.url(), WARDS);
        assertThat(bring(forged, "sha256", "another secret").statusCode()).isEqualTo(202);
        assertThat(bring(forged, "sha1", secret()).statusCode()).isEqualTo(202);
        assertThat(world.post(path(), Desk.utf8(forged)).statusCode()).isEqualTo(202);

        assertThat(desk.metrics.counter("topfive.ingest.websub.forged").count()).isEqualTo(3);
        bring(feed(hub.url(), RENTS), "sha256", secret());
        await().until(() -> desk.states().size() == 2);
        assertThat(desk.documents()).hasSize(1);
        assertThat(world.post("/websub/0123", Desk.utf8(forged)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_lease_is_renewed_before_it_ends() throws Exception {
        question("subscribe", "https://a.example/self.xml"); // for three days
        promisedUntil(NOW.plus(Duration.ofDays(3)));
        var first = hub.last();

        desk.now = NOW.plus(Duration.ofHours(47));
        desk.ingest.lookAtHubs();
        assertThat(hub.asked).hasSize(1);
        desk.now = NOW.plus(Duration.ofHours(48));
        desk.ingest.lookAtHubs();
        assertThat(hub.asked).hasSize(2);
        assertThat(hub.last()).as("the same address and secret").isEqualTo(first);
        question("subscribe", "https://a.example/self.xml");
        promisedUntil(NOW.plus(Duration.ofDays(5)));
    }

    @Test
    void a_hub_that_fails_is_asked_again_more_and_more_seldom() throws Exception {
        hub.answer = 500;
        for (int minutes : new int[] {10, 30, 70, 150}) {
            desk.now = NOW.plus(Duration.ofMinutes(minutes - 1));
            desk.ingest.lookAtHubs();
            desk.now = NOW.plus(Duration.ofMinutes(minutes));
            desk.ingest.lookAtHubs();
        }
        assertThat(hub.asked).hasSize(5);
    }

    @Test
    void a_source_that_names_no_hub_any_more_is_unsubscribed() throws Exception {
        question("subscribe", "https://a.example/self.xml");
        promisedUntil(NOW.plus(Duration.ofDays(3)));
        feed = "<rss version=\"2.0\"><channel><title>A</title>" + RENTS + "</channel></rss>";
        desk.now = NOW.plus(Duration.ofDays(1));
        desk.ingest.harvestOnce();
        desk.ingest.lookAtHubs();

        assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe").doesNotContainKey("hub.secret");
        assertThat(bring(feed(hub.url(), WARDS), "sha256", secret()).statusCode())
                .isEqualTo(404);
        assertThat(question("unsubscribe", "https://a.example/self.xml").body()).isEqualTo("<word>");
        assertThat(question("unsubscribe", "https://a.example/self.xml").statusCode())
                .isEqualTo(404);
    }

    private Fetched answer(Request request) {
        return request.url().equals(FEED)
                ? new Fetched.Fresh(FEED, Desk.utf8(feed), "application/rss+xml", Validators.NONE, Hints.NONE)
                : Fetched.Failed.of("http-404", request.url());
    }

    private static String feed(String hub, String item) {
        return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>A</title>"
                + "<atom:link rel=\"hub\" href=\"" + hub + "\"/>"
                + "<atom:link rel=\"self\" href=\"https://a.example/self.xml\"/>" + item + "</channel></rss>";
    }

    private String path() {
        return URI.create(hub.asked.get(0).get("hub.callback")).getPath();
    }

    private String secret() {
        return hub.asked.get(0).get("hub.secret");
    }

    /** As the hub asks back, with three days. */
    private HttpResponse<String> question(String mode, String topic) throws IOException, InterruptedException {
        return world.get(path() + "?hub.mode=" + mode + "&hub.challenge=%3Cword%3E&hub.lease_seconds=259200&hub.topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> bring(String body, String method, String secret) throws Exception {
        var name = "Hmac" + method.toUpperCase(java.util.Locale.ROOT);
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(Desk.utf8(secret), name));
        var signature = method + "=" + HexFormat.of().formatHex(mac.doFinal(Desk.utf8(body)));
        return world.post(path(), Desk.utf8(body), "Content-Type", "application/rss+xml", "X-Hub-Signature", signature);
    }

    private void promisedUntil(Instant until) {
        await().until(() -> {
            var states = desk.states();
            return until.equals(states.get(states.size() - 1).hubLeaseUntil());
        });
    }
}
