package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;
import topfive.ingest.text.Languages;

/** What a hub brings, and what it has promised. */
class BroughtTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");
    private static final String URL = "https://a.example/feed";
    private static final Subscription SOURCE = new Subscription("a", "a", URL, "feed", Duration.ofMinutes(30), "");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Memory memory = new Memory();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = NOON;
    private String hub = "<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='" + URL + "'/>";
    private int asked;
    private final SourceHarvest harvest = new SourceHarvest(
            Path.of("."),
            request -> {
                asked++;
                return new Fetched.Fresh(
                        request.url(), Desk.utf8(feed("one")), "", new Validators(URL, "\"1\"", null), Hints.NONE);
            },
            new HostWaits(url -> false),
            new CopyDesk(Languages.load()),
            java.util.Optional.empty(),
            new Outbox(producer, metrics),
            memory,
            () -> now,
            metrics);

    @Test
    void what_a_hub_brings_is_read_without_asking_and_the_schedule_stays() throws InterruptedException {
        var visited = harvest.visit(SOURCE).orElseThrow();
        now = NOON.plusSeconds(60);
        var brought = harvest.brought(SOURCE, Desk.utf8(feed("two")), "application/rss+xml")
                .orElseThrow();

        assertThat(asked).isEqualTo(1);
        assertThat(brought.documents()).isEqualTo(2);
        assertThat(brought.lastNew()).isEqualTo(now);
        assertThat(brought.nextFetch()).isEqualTo(visited.nextFetch());
        assertThat(brought.etag()).isEqualTo("\"1\"");
    }

    @Test
    void while_a_hub_promises_to_tell_the_feed_is_polled_four_times_a_day_only() throws InterruptedException {
        assertThat(harvest.visit(SOURCE).orElseThrow().everySeconds()).isEqualTo(1800);

        harvest.promised(SOURCE.id(), "https://hub.example/", URL, NOON.plus(Duration.ofDays(10)));
        assertThat(harvest.visit(SOURCE).orElseThrow().everySeconds()).isEqualTo(6 * 3600);

        hub = "";
        var left = harvest.visit(SOURCE).orElseThrow();
        assertThat(left.everySeconds()).isEqualTo(1800);
        assertThat(left.hub()).isNull();
        assertThat(left.hubLeaseUntil()).isNull();
    }

    private String feed(String guid) {
        return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>The Island Post</title>"
                + hub
                + "<item><title>Boats</title><guid isPermaLink='false'>" + guid + "</guid><description>"
                + "The ferry company wants to run two more boats from May on. ".repeat(9) + guid
                + "</description></item></channel></rss>";
    }
}
