package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.standalone.broker.Ports;

/** The product as somebody runs it at home: a feed, one process, a power cut, and the end of the day. */
class KilledInMidDayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ALARMS =
            "Deaths on ordinary wards fell by 14 percent because Halden Health silenced 61 percent of its alarms.";
    private static final String LEASES =
            "Rents in Tamarack fell by 7 percent because the city let owners build six homes on any lot.";
    private static final String PHONES = "Suspensions in Vallmark rose 16 percent in the first year of the ban "
            + "because schools punished pupils for hiding phones.";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int page = Ports.free();
    private final int admin = Ports.free();

    @Test
    void after_kill_9_the_edition_has_the_same_bytes_goes_on_and_closes_once() throws Exception {
        try (var feed = LoopbackFeed.start()) {
            feed.publish(ALARMS);
            configure(feed.url());
            String before;
            try (var process = run()) {
                shows(process, 1);
                feed.publish(LEASES);
                before = shows(process, 2);
                process.process().destroyForcibly().waitFor();
            }

            try (var process = run()) {
                until(process, () -> get(admin, "/health/ready").statusCode() == 200);
                assertThat(process.talked()).contains(OneRunTest.RESTORED);
                assertThat(edition()).isEqualTo(before);
                feed.publish(PHONES);
                shows(process, 3);

                var day = today(); // two places for one source: the third insight has missed
                assertThat(command("day", "close", day)).contains("FINAL, revision 1, 2 insights");
                assertThat(command("day", "close", day)).contains("FINAL, revision 1, 2 insights");
                assertThat(command("topics", "export", "daily").lines()).hasSize(1);
            }
        }
    }

    /** It is about noon in this zone: no midnight comes while the test runs. */
    private void configure(String feed) throws IOException {
        var hour = InstantSource.system().instant().atOffset(ZoneOffset.UTC).getHour();
        Files.writeString(folder.resolve("topfive.yml"), """
                zone: "%s"
                data: data
                broker: {port: %d}
                fetch: {allow-private: ["127.0.0.1:*"]}
                dashboard: {port: %d}
                ingest: {port: 0}
                admin: {port: %d}
                sources: [{id: loop, url: "%s", kind: feed, every: 1s}]
                """.formatted(
                        ZoneOffset.ofHours(12 - hour), Ports.free(), page, admin, feed));
    }

    private OwnProcess run() throws IOException {
        return OwnProcess.start(folder, List.of(), Topfive.class, "run", "all");
    }

    private String command(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(AtTerminal.topfive(folder, InstantSource.system(), out, err, arguments))
                .as("%s", err)
                .isZero();
        return out.toString();
    }

    /** @return the edition as the API gives it, as soon as so many documents are in it */
    private String shows(OwnProcess process, int documents) throws Exception {
        until(process, () -> Json.read(edition(), Edition.class).counts().documents() == documents);
        return edition();
    }

    private String edition() throws IOException, InterruptedException {
        return get(page, "/api/v1/days/" + today()).body();
    }

    /** The day of the only edition there is. */
    private String today() throws IOException, InterruptedException {
        return Json.MAPPER
                .readTree(get(page, "/api/v1/days").body())
                .at("/days/0/day")
                .asText();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private void until(OwnProcess process, Callable<Boolean> there) throws IOException, InterruptedException {
        try {
            await().atMost(PATIENCE).ignoreExceptions().until(there);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    process.talked() + get(admin, "/health/ready").body(), e);
        }
    }
}
