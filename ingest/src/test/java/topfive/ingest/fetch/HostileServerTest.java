package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Servers that behave as badly as they can, each on a host of its own, all at once; every fetch ends with an answer that says why. */
class HostileServerTest {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final int LIMIT = 300_000;
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private static final String LINE_OF_10_KB = "x".repeat(10_000);

    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final List<Wire> wires = new ArrayList<>();
    private final AtomicInteger hosts = new AtomicInteger(2);

    @AfterEach
    void end() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
        readers.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> ends_with_an_answer() throws Exception {
        var web = web(Duration.ofMillis(1500));
        var good = server((head, line) -> line.say(Wire.ok("good")));
        Map<String, Future<Fetched>> answers = new LinkedHashMap<>();
        for (var behaviour : behaviours().entrySet()) {
            var url = server(behaviour.getValue());
            answers.put(behaviour.getKey(), readers.submit(() -> web.get(Request.of(url, LIMIT))));
        }
        var meanwhile = web.get(Request.of(good, 100));

        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "meanwhile a good server is read",
                        () -> assertThat(meanwhile).isInstanceOf(Fetched.Fresh.class))),
                answers.entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                            var answer = words(entry.getValue().get(20, TimeUnit.SECONDS));
                            assertThat(answer).startsWith(entry.getKey().replaceFirst(".* -> ", ""));
                        })));
    }

    @Test
    void a_hundred_stuck_servers_keep_no_other_from_being_read() throws Exception {
        var web = web(Duration.ofSeconds(60));
        var asked = new CountDownLatch(100);
        var stuck = new ArrayList<Future<Fetched>>();
        for (int server = 0; server < 100; server++) {
            var url = server((head, line) -> {
                asked.countDown();
                while (line.waits(1_000)) {
                    line.say("");
                }
            });
            stuck.add(readers.submit(() -> web.get(Request.of(url, LIMIT))));
        }
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(web.get(Request.of(server((head, line) -> line.say(Wire.ok("good"))), 100)))
                .isInstanceOf(Fetched.Fresh.class);
        assertThat(stuck).noneMatch(Future::isDone);
    }

    @Test
    void what_fails_is_asked_once() throws Exception {
        for (var status : List.of("408 Slow", "503 Out\r\nRetry-After: 0", "500 Hm", "421 Wrong", "401 Who")) {
            var url = server((head, line) -> line.say("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
            web(Duration.ofSeconds(10)).get(Request.of(url, LIMIT));

            assertThat(wires.get(wires.size() - 1).asked)
                    .as(status)
                    .containsExactly("/robots.txt", "/.well-known/tdmrep.json", "/");
        }
    }

    @Test
    void an_interrupt_ends_a_fetch() throws Exception {
        var web = web(Duration.ofSeconds(60));
        var asked = new CountDownLatch(1);
        var url = server((head, line) -> {
            asked.countDown();
            line.waits(60_000);
        });
        var reader = Thread.currentThread();
        readers.execute(() -> {
            try {
                asked.await();
                reader.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> web.get(Request.of(url, LIMIT)))
                .isInstanceOf(InterruptedException.class);
    }

    /** By name, and what its answer begins with. */
    private static Map<String, Wire.Script> behaviours() {
        var all = new LinkedHashMap<String, Wire.Script>();
        slow(all);
        endless(all);
        lying(all);
        elsewhere(all);
        nonsense(all);
        odd(all);
        return all;
    }

    private static void slow(Map<String, Wire.Script> all) {
        all.put(
                "headers, a byte at a time -> too-slow",
                (head, line) -> drip(line, "", "HTTP/1.1 200 OK and so on and on"));
        all.put("a body, a byte at a time -> too-slow", (head, line) -> drip(line, OK + "\r\n", "never enough"));
        all.put(
                "chunks, a byte at a time -> too-slow",
                (head, line) -> drip(line, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
        all.put("not a word -> too-slow", (head, line) -> line.waits(60_000));
        all.put("a body that is not said to end -> too-slow", (head, line) -> {
            line.say("HTTP/1.1 200 OK\r\n\r\nbegun");
            line.waits(60_000);
        });
        all.put("continue, again and again -> too-slow", (head, line) -> {
            while (line.waits(20)) {
                line.say("HTTP/1.1 100 Continue\r\n\r\n");
            }
        });
        all.put("early hints, again and again -> too-slow", (head, line) -> {
            while (line.waits(20)) {
                line.say("HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n");
            }
        });
    }

    private static void endless(Map<String, Wire.Script> all) {
        all.put(
                "headers without end -> unreachable",
                (head, line) -> endless(line, "HTTP/1.1 200 OK\r\n", "X-More: more\r\n"));
        all.put(
                "a header line without end -> unreachable",
                (head, line) -> endless(line, "HTTP/1.1 200 OK\r\nX-Long: ", LINE_OF_10_KB));
        all.put(
                "a status line without end -> unreachable",
                (head, line) -> endless(line, "HTTP/1.1 200 ", LINE_OF_10_KB));
        all.put("a body without end -> too-large", (head, line) -> endless(line, OK + "\r\n", LINE_OF_10_KB));
        all.put(
                "chunks without end -> too-large",
                (head, line) ->
                        endless(line, OK + "Transfer-Encoding: chunked\r\n\r\n", "2710\r\n" + LINE_OF_10_KB + "\r\n"));
        all.put(
                "a chunk extension without end -> unreachable",
                (head, line) -> endless(line, OK + "Transfer-Encoding: chunked\r\n\r\n1;", LINE_OF_10_KB));
        all.put(
                "trailers without end -> unreachable",
                (head, line) ->
                        endless(line, OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", "X-More: more\r\n"));
        all.put(
                "continue, as fast as it can -> unreachable",
                (head, line) -> endless(line, "", "HTTP/1.1 100 Continue\r\n\r\n"));
        all.put("a small file that unpacks to a large one -> too-large", (head, line) -> packed(line, "gzip", bomb()));
    }

    private static void lying(Map<String, Wire.Script> all) {
        all.put(
                "a length that promises more -> unreachable",
                (head, line) -> line.say(OK + "Content-Length: 500\r\n\r\nshort"));
        all.put(
                "a length that promises less -> fresh: sho",
                (head, line) -> line.say(OK + "Content-Length: 3\r\n\r\nshort"));
        all.put("a negative length -> unreachable", (head, line) -> line.say(OK + "Content-Length: -5\r\n\r\nshort"));
        all.put(
                "a length of exabytes -> unreachable",
                (head, line) -> line.say(OK + "Content-Length: 9223372036854775807\r\n\r\nshort"));
        all.put(
                "a length beyond all numbers -> fresh: short",
                (head, line) -> line.say(OK + "Content-Length: 99999999999999999999999\r\n\r\nshort"));
        all.put(
                "a chunk that is shorter than it says -> unreachable",
                (head, line) -> line.say(OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nabc\r\n0\r\n\r\n"));
        all.put(
                "a chunk of negative size -> unreachable",
                (head, line) -> line.say(OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n"));
        all.put(
                "a chunk of all sizes -> unreachable",
                (head, line) ->
                        line.say(OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n0\r\n\r\n"));
        all.put("a reset within the body -> unreachable", (head, line) -> {
            line.say(OK + "Content-Length: 500\r\n\r\nshort");
            line.socket.setSoLinger(true, 0);
        });
        all.put("a hang-up without a word -> unreachable", (head, line) -> line.say(""));
        all.put(
                "a gzip that breaks off -> broken",
                (head, line) -> packed(
                        line,
                        "gzip",
                        java.util.Arrays.copyOf(gzip("a page, cut".repeat(50).getBytes(StandardCharsets.UTF_8)), 30)));
        all.put(
                "a page that says it is gzip -> broken",
                (head, line) -> packed(line, "gzip", "a page".getBytes(StandardCharsets.UTF_8)));
    }

    private static void elsewhere(Map<String, Wire.Script> all) {
        var hops = new AtomicInteger();
        all.put("a circle of redirects -> redirects", (head, line) -> line.say(Wire.redirect(302, "/")));
        all.put(
                "a chain of a thousand redirects -> redirects",
                (head, line) ->
                        line.say(hops.incrementAndGet() > 1_000 ? Wire.ok("the end") : Wire.redirect(301, "/" + hops)));
        all.put(
                "a redirect to a file -> redirects",
                (head, line) -> line.say(Wire.redirect(302, "file:///etc/passwd")));
        all.put(
                "a redirect to a script -> redirects",
                (head, line) -> line.say(Wire.redirect(302, "javascript:alert(1)")));
        all.put("a redirect to nowhere -> redirects", (head, line) -> line.say(Wire.redirect(302, "")));
        all.put(
                "a redirect to a private address -> private-address",
                (head, line) -> line.say(Wire.redirect(302, "http://10.0.0.1/")));
        all.put(
                "a redirect with a password -> credentials",
                (head, line) -> line.say(Wire.redirect(302, "http://a:b@news.example/")));
        all.put(
                "a redirect to a very long address -> redirects",
                (head, line) -> line.say(Wire.redirect(302, "/" + LINE_OF_10_KB)));
    }

    private static void nonsense(Map<String, Wire.Script> all) {
        all.put("no status line -> unreachable", (head, line) -> line.say("HTP/1.1 OK\r\n\r\npage"));
        all.put(
                "a status that is no number -> unreachable",
                (head, line) -> line.say("HTTP/1.1 two hundred\r\n\r\npage"));
        all.put(
                "a status of nobody -> http-999",
                (head, line) -> line.say("HTTP/1.1 999 Hm\r\nContent-Length: 0\r\n\r\n"));
        all.put("HTTP/0.9 -> unreachable", (head, line) -> line.say("<html><body>a page</body></html>"));
        all.put(
                "garbage -> unreachable",
                (head, line) -> line.out.write(new byte[] {0, 1, 2, (byte) 0xff, 13, 10, 13, 10}));
        all.put(
                "TLS where none was asked for -> unreachable",
                (head, line) -> line.out.write(new byte[] {0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46}));
        all.put(
                "a header without a name -> fresh",
                (head, line) -> line.say(OK + ": x\r\nContent-Length: 4\r\n\r\npage"));
        all.put(
                "a header with a NUL -> fresh",
                (head, line) -> line.say(OK + "X: \0\r\nContent-Length: 4\r\n\r\npage"));
        all.put(
                "a content type that is none -> fresh: page",
                (head, line) -> line.say(OK + "Content-Type: ;;;=\"\u0001/charset=\r\nContent-Length: 4\r\n\r\npage"));
    }

    private static void odd(Map<String, Wire.Script> all) {
        all.put("304 to a plain request -> http-304", (head, line) -> line.say("HTTP/1.1 304 Not Modified\r\n\r\n"));
        all.put(
                "a part that nobody asked for -> http-206",
                (head, line) ->
                        line.say("HTTP/1.1 206 Part\r\nContent-Range: bytes 0-3/9\r\nContent-Length: 4\r\n\r\npage"));
        all.put(
                "an error page that claims to be fine -> fresh: 404",
                (head, line) -> line.say(Wire.ok("404 not found")));
        all.put(
                "an encoding that nobody asked for -> broken",
                (head, line) -> packed(line, "br", new byte[] {1, 2, 3}));
        all.put("one encoding upon another -> broken", (head, line) -> packed(line, "gzip, gzip", bomb()));
        all.put(
                "later, but before now -> later: 2026-10-14T12:15:00Z",
                (head, line) -> line.say("HTTP/1.1 429 Slow\r\nRetry-After: -5\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "later, in a word -> later: 2026-10-14T12:15:00Z",
                (head, line) -> line.say("HTTP/1.1 503 Out\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "later, at the end of all calendars -> later: 9999-12-31T23:59:59Z",
                (head, line) -> line.say(
                        "HTTP/1.1 503 Out\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "later, beyond all numbers -> later: 9999-12-31T23:59:59Z",
                (head, line) ->
                        line.say("HTTP/1.1 503 Out\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "come again at once -> later: 2026-10-14T12:00:00Z",
                (head, line) -> line.say("HTTP/1.1 503 Out\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "a request that took too long, they say -> http-408",
                (head, line) -> line.say("HTTP/1.1 408 Slow\r\nContent-Length: 0\r\n\r\n"));
        all.put(
                "later, and an endless page about it -> later",
                (head, line) -> endless(line, "HTTP/1.1 503 Out\r\nRetry-After: 60\r\n\r\n", LINE_OF_10_KB));
    }

    private static void drip(Wire.Line line, String before, String text) throws IOException {
        line.say(before);
        for (int at = 0; line.waits(50); at++) {
            line.say(text.substring(at % text.length(), at % text.length() + 1));
        }
    }

    private static void endless(Wire.Line line, String before, String again) throws IOException {
        line.say(before);
        while (line.waits(0)) {
            line.say(again);
        }
    }

    private static void packed(Wire.Line line, String encoding, byte[] body) throws IOException {
        line.say(OK + "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        line.out.write(body);
    }

    private static byte[] bomb() throws IOException {
        return gzip(new byte[3_000_000]);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static String words(Fetched fetched) {
        if (fetched instanceof Fetched.Failed failed) {
            return failed.reason() + ": " + failed.why();
        }
        if (fetched instanceof Fetched.Later later) {
            return "later: " + later.notBefore();
        }
        return fetched instanceof Fetched.Fresh fresh
                ? "fresh: " + new String(fresh.body(), StandardCharsets.UTF_8)
                : fetched.toString();
    }

    /** On a host of its own. */
    private String server(Wire.Script script) throws IOException {
        var address = "127.0.1." + hosts.getAndIncrement();
        var wire = Wire.page(address, script);
        wires.add(wire);
        return "http://" + address + ":" + wire.port() + "/";
    }

    private static HttpWeb web(Duration deadline) {
        return new HttpWeb(
                List.of("127.0.0.0/8:*"),
                "",
                new HttpWeb.Pace(deadline, Duration.ZERO),
                InstantSource.fixed(NOW),
                new SimpleMeterRegistry());
    }
}
