package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a publisher may expect of us. */
class MannersTest {
    private static final String NOT_THERE = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final Map<String, String> said = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> heads = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-14T12:00:00Z"));
    private Wire server;
    private HttpWeb web;

    @BeforeEach
    void start() throws IOException {
        server = new Wire("127.0.0.1", (head, line) -> {
            heads.add(head);
            line.say(said.getOrDefault(head.split(" ")[1], NOT_THERE));
        });
        web = web();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void the_wishes_of_an_origin_are_asked_for_once_a_day() throws Exception {
        say("/a", "a");
        get("/a");
        get("/a");
        assertThat(server.asked).containsExactly("/robots.txt", "/.well-known/tdmrep.json", "/a", "/a");

        now.updateAndGet(before -> before.plus(Duration.ofHours(25)));
        get("/a");
        assertThat(server.asked).hasSize(7).contains("/robots.txt");
    }

    @Test
    void what_robots_txt_disallows_is_not_fetched_and_the_refusal_names_the_rule() throws Exception {
        say("/robots.txt", "User-agent: *\nDisallow: /feeds/\nAllow: /feeds/open\nDisallow: /*.rss$\n");
        say("/feeds/open", "x");

        assertThat(failure("/feeds/closed?token=secret"))
                .isEqualTo("robots: " + server.url("/robots.txt") + " says \"Disallow: /feeds/\" to everybody: "
                        + server.url("/feeds/closed?…") + " is not fetched");
        assertThat(failure("/news.rss")).contains("says \"Disallow: /*.rss$\" to everybody");
        assertThat(get("/feeds/open")).isInstanceOf(Fetched.Fresh.class);
        assertThat(server.asked).containsExactly("/robots.txt", "/.well-known/tdmrep.json", "/feeds/open");
    }

    @Test
    void a_rule_for_us_comes_before_the_rule_for_everybody() throws Exception {
        say("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: Topfive\nDisallow: /not-this\n");
        say("/this", "x");

        assertThat(get("/this")).isInstanceOf(Fetched.Fresh.class);
        assertThat(failure("/not-this")).contains("says \"Disallow: /not-this\" to topfive");
    }

    @Test
    void a_redirect_is_asked_about_as_the_first_address() throws Exception {
        say("/robots.txt", "User-agent: *\nDisallow: /closed\n");
        said.put("/moved", Wire.redirect(302, "/closed"));

        assertThat(failure("/moved")).startsWith("robots: ");
        assertThat(server.asked).doesNotContain("/closed");
    }

    @Test
    void a_robots_txt_may_be_redirected_five_times_and_is_missing_beyond() throws Exception {
        for (int hop = 1; hop <= 6; hop++) {
            said.put("/r" + hop, Wire.redirect(302, "/r" + (hop + 1)));
        }
        said.put("/robots.txt", Wire.redirect(302, "/r2")); // /r2 to /r6 are four more
        say("/r6", "User-agent: *\nDisallow: /\n");
        assertThat(failure("/a")).startsWith("robots: ");

        said.put("/robots.txt", Wire.redirect(302, "/r1"));
        say("/a", "x");
        web = web();
        assertThat(get("/a")).isInstanceOf(Fetched.Fresh.class);
    }

    @Test
    void of_a_very_long_robots_txt_the_first_500_kib_count() throws Exception {
        var early = "User-agent: *\nDisallow: /early\n";
        var filling = "#".repeat(500 * 1024 - early.length() - "Disallow: /la".length() - 1) + "\n";
        say("/robots.txt", early + filling + "Disallow: /late\n");
        say("/lattice", "x"); // half a rule would be another rule
        say("/late", "x");

        assertThat(failure("/early")).startsWith("robots: ");
        assertThat(get("/lattice")).isInstanceOf(Fetched.Fresh.class);
        assertThat(get("/late")).isInstanceOf(Fetched.Fresh.class);
    }

    @Test
    void a_robots_txt_that_cannot_be_had_forbids_for_a_moment_unless_an_older_one_is_known() throws Exception {
        say("/a", "x");
        said.put("/robots.txt", "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(get("/a"))
                .isInstanceOfSatisfying(
                        Fetched.Later.class,
                        later -> assertThat(later.why())
                                .contains(
                                        "its robots.txt cannot be had: " + server.url("/robots.txt") + " answers 500"));
        assertThat(server.asked).containsExactly("/robots.txt");

        now.updateAndGet(before -> before.plus(Duration.ofMinutes(2)));
        say("/robots.txt", "User-agent: *\nDisallow: /closed\n");
        assertThat(get("/a")).isInstanceOf(Fetched.Fresh.class);

        now.updateAndGet(before -> before.plus(Duration.ofHours(25)));
        said.put("/robots.txt", "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(get("/a")).isInstanceOf(Fetched.Fresh.class);
        assertThat(failure("/closed")).startsWith("robots: ");
    }

    @Test
    void paths_reserved_against_text_mining_are_not_fetched() throws Exception {
        say(
                "/.well-known/tdmrep.json",
                "[{\"location\": \"/free/*\", \"tdm-reservation\": 0}, {\"location\": \"/\", \"tdm-reservation\": 1}]");
        say("/free/a", "x");

        assertThat(failure("/news"))
                .isEqualTo("reserved: " + server.url("/.well-known/tdmrep.json")
                        + " reserves \"/\" against text and data mining: " + server.url("/news") + " is not fetched");
        assertThat(get("/free/a")).isInstanceOf(Fetched.Fresh.class);
    }

    @Test
    void a_page_in_place_of_tdmrep_json_reserves_nothing() throws Exception {
        say("/.well-known/tdmrep.json", "<html>not found</html>");
        say("/a", "x");

        assertThat(get("/a")).isInstanceOf(Fetched.Fresh.class);
    }

    @Test
    void a_reservation_in_the_answer_is_a_hint_with_it() throws Exception {
        said.put("/a", Wire.ok("x").replace("Connection", "tdm-reservation: 1\r\nConnection"));

        assertThat(((Fetched.Fresh) get("/a")).hints().reserved()).isTrue();
    }

    @Test
    void a_host_that_wants_to_be_left_alone_is_left_alone_also_by_those_in_the_queue() throws Exception {
        say("/robots.txt", "");
        get("/first");
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var busy = Wire.page("127.0.0.3", (head, line) -> {
            asked.countDown();
            await(answer);
            line.say("HTTP/1.1 429 Busy\r\nRetry-After: 172800\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        })) {
            var url = "http://127.0.0.3:" + busy.port() + "/";
            var readers = Executors.newCachedThreadPool();
            var fetches = new ArrayList<Callable<Fetched>>();
            for (int reader = 0; reader < 10; reader++) {
                var path = url + reader;
                fetches.add(() -> web.get(Request.of(path, 100)));
            }
            readers.execute(() -> {
                await(asked);
                answer.countDown();
            });
            for (var fetched : readers.invokeAll(fetches)) {
                assertThat(fetched.get())
                        .isInstanceOfSatisfying(
                                Fetched.Later.class,
                                later -> assertThat(later.notBefore()).isEqualTo("2026-10-16T12:00:00Z"));
            }
            readers.shutdown();
            assertThat(busy.asked).hasSize(3); // robots.txt, tdmrep.json and one of the ten
            assertThat(web.leftAlone()).containsExactly(Map.entry("127.0.0.3", Instant.parse("2026-10-16T12:00:00Z")));

            now.set(Instant.parse("2026-10-16T11:59:59Z"));
            assertThat(web.get(Request.of(url, 100))).isInstanceOf(Fetched.Later.class);
            assertThat(busy.asked).hasSize(3);
            now.set(Instant.parse("2026-10-16T12:00:00Z"));
            web.get(Request.of(url, 100));
            assertThat(busy.asked).hasSizeGreaterThan(3);
        }
    }

    @Test
    void what_was_asked_before_a_restart_holds_after_it() throws Exception {
        web.leaveAlone("127.0.0.1", Instant.parse("2026-10-14T13:00:00Z"));

        assertThat(get("/a"))
                .isInstanceOfSatisfying(
                        Fetched.Later.class,
                        later -> assertThat(later.why())
                                .isEqualTo("127.0.0.1 asked to be left alone: not before 2026-10-14T13:00:00Z"));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void fifty_feeds_of_one_host_are_never_fetched_two_at_once() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var host = new Wire("127.0.0.4", (head, line) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            line.waits(2);
            inside.decrementAndGet();
            line.say(head.startsWith("GET /feed") ? Wire.ok("x") : NOT_THERE);
        })) {
            var readers = Executors.newFixedThreadPool(50);
            var fetches = new ArrayList<Callable<Fetched>>();
            for (int feed = 0; feed < 50; feed++) {
                var url = "http://127.0.0.4:" + host.port() + "/feed" + feed;
                fetches.add(() -> web.get(Request.of(url, 100)));
            }
            for (var fetched : readers.invokeAll(fetches)) {
                assertThat(fetched.get()).isInstanceOf(Fetched.Fresh.class);
            }
            readers.shutdown();
            assertThat(host.asked).hasSize(52);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void a_host_that_was_too_slow_is_given_a_minute() throws Exception {
        try (var slow = Wire.page("127.0.0.5", (head, line) -> line.waits(60_000))) {
            var impatient = web(Duration.ofMillis(500));
            var url = "http://127.0.0.5:" + slow.port() + "/";

            assertThat(impatient.get(Request.of(url, 100)))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.why()).isEqualTo(url + " took longer than 0.5 s"));
            assertThat(impatient.get(Request.of(url, 100))).isInstanceOf(Fetched.Later.class);
            assertThat(slow.asked).hasSize(3);
            now.updateAndGet(before -> before.plus(Duration.ofMinutes(1)));
            assertThat(impatient.get(Request.of(url, 100))).isInstanceOf(Fetched.Failed.class);
        }
    }

    @Test
    void a_request_says_who_asks_and_carries_nothing_that_follows_a_reader_around() throws Exception {
        said.put("/a", Wire.ok("x").replace("Connection", "Set-Cookie: id=1\r\nConnection"));
        get("/a");
        get("/a");

        assertThat(heads).allMatch(head -> head.contains("User-Agent: Topfive/0.1 (+mailto:desk@a.example)\r\n"));
        assertThat(heads).noneMatch(head -> head.contains("Cookie") || head.contains("Referer"));
    }

    @Test
    void validators_are_sent_back_letter_by_letter_and_only_where_they_came_from() throws Exception {
        said.put(
                "/a",
                Wire.ok("x")
                        .replace("Connection", "ETag: W/\"é, odd\\\"\r\nLast-Modified: yesterday-ish\r\nConnection"));
        say("/b", "x");
        var validators = ((Fetched.Fresh) get("/a")).validators();
        said.put("/a", "HTTP/1.1 304 Same\r\nCache-Control: max-age=60\r\nConnection: close\r\n\r\n");
        heads.clear();

        assertThat(web.get(new Request(server.url("/a#top"), validators, 100)))
                .isEqualTo(new Fetched.NotModified(new Hints(null, Duration.ofSeconds(60), false, List.of())));
        assertThat(heads.peek())
                .contains(
                        "If-None-Match: W/\"\u00c3\u00a9, odd\\\"\r\nIf-Modified-Since: yesterday-ish\r\n"); // as bytes
        heads.clear();
        web.get(new Request(server.url("/b"), validators, 100));
        web.get(new Request(server.url("/a"), new Validators(server.url("/a"), "x\r\nEvil: 1", "\u0000"), 100));
        assertThat(heads).hasSize(2).noneMatch(head -> head.contains("If-") || head.contains("Evil"));
    }

    @Test
    void where_an_address_moved_for_good_is_said_with_the_answer() throws Exception {
        said.put("/old", Wire.redirect(301, "/older"));
        said.put("/older", Wire.redirect(308, "/new"));
        say("/new", "x");

        var fresh = (Fetched.Fresh) get("/old");
        assertThat(fresh.hints().movedTo()).isEqualTo(server.url("/new"));
        assertThat(fresh.url()).isEqualTo(server.url("/new"));
        assertThat(((Fetched.Fresh) get("/new")).hints().movedTo()).isNull();
    }

    @Test
    void a_delay_that_robots_txt_asks_for_is_kept_up_to_half_a_minute() throws Exception {
        assertThat(delay("Crawl-delay: 7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(delay("Crawl-delay: 86400")).isEqualTo(Duration.ofSeconds(30));
        assertThat(delay("Crawl-delay: soon")).isEqualTo(Duration.ZERO);
    }

    private Duration delay(String line) throws InterruptedException {
        var origins = new Origins(
                request -> request.url().endsWith("/robots.txt")
                        ? new Fetched.Fresh(
                                request.url(),
                                ("User-agent: *\n" + line + "\nDisallow:\n")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "text/plain",
                                Validators.NONE,
                                Hints.NONE)
                        : Fetched.Failed.of("http-404", ""),
                now::get);
        var at = okhttp3.HttpUrl.get("https://news.example/a");
        assertThat(origins.of(at).refusal(at)).isEmpty();
        return origins.delay(at);
    }

    private void say(String path, String body) {
        said.put(path, Wire.ok(body));
    }

    private Fetched get(String path) throws InterruptedException {
        return web.get(Request.of(server.url(path), 1_000_000));
    }

    private String failure(String path) throws InterruptedException {
        var failed = (Fetched.Failed) get(path);
        return failed.reason() + ": " + failed.why();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpWeb web() {
        return web(Duration.ofSeconds(20));
    }

    private HttpWeb web(Duration deadline) {
        return new HttpWeb(
                List.of("127.0.0.0/8:*"),
                "mailto:desk@a.example",
                new HttpWeb.Pace(deadline, Duration.ZERO),
                now::get,
                new SimpleMeterRegistry());
    }
}
