package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Source;
import topfive.contract.Topics;
import topfive.standalone.topic.CloseDay;

/** A stated date is a statement. However absurd, it closes no day, drops nothing and moves nobody else. */
@SuppressWarnings("try") // a processor works by being there
class AbsurdDatesTest {
    private static final Instant FETCHED = Instant.parse("2026-03-04T12:10:00Z");
    private static final List<Instant> ABSURD = Arrays.asList(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59Z"),
            Instant.EPOCH,
            Instant.parse("2099-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59Z"),
            Instant.parse("+99999-01-01T00:00:00Z"),
            Instant.parse("+292278995-01-01T00:00:00Z"),
            Instant.parse("-292275055-05-16T16:47:04Z"),
            Instant.MIN,
            Instant.MAX,
            null,
            FETCHED.plus(Duration.ofMinutes(10)),
            FETCHED.plus(Duration.ofMinutes(10)).plusNanos(1),
            FETCHED.minus(Duration.ofHours(72)),
            FETCHED.minus(Duration.ofHours(72)).minusNanos(1),
            FETCHED.minus(Duration.ofDays(7)));

    @TempDir
    private Path folder;

    @Test
    void sixteen_absurd_dates_in_a_day_change_its_edition_by_their_number_alone() throws Exception {
        var day = ThreeDays.of(ThreeDays.FIRST);
        var noon = InstantSource.fixed(Instant.parse("2026-03-04T12:30:00Z"));
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC);
                var processor = on.processor(folder.resolve("state"), false, noon)) {
            on.send(mixed(day));
            var last = CloseDay.on(on.broker, "all", ThreeDays.FIRST, OnBroker.PATIENCE)
                    .orElseThrow();
            var expected = on.pipeline.edition(day, ThreeDays.FIRST).edition();

            assertThat(expected.counts().documents()).isEqualTo(8);
            assertThat(last.counts().documents()).isEqualTo(8 + 16);
            assertThat(last.counts().late()).isZero();
            assertThat(last.counts().dropped().values()).containsOnly(0);
            assertThat(withoutNumber(last)).isEqualTo(withoutNumber(expected));
            assertThat(on.keys(Topics.DAILY)).containsExactly("all/2026-03-04");
            assertThat(on.keys(Topics.LIVE)).containsOnly("all/2026-03-04");
            assertThat(on.records(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(dropped()).isNotEmpty().containsOnly(0.0);
        }
    }

    private static List<Document> mixed(List<Document> day) {
        var mixed = new ArrayList<Document>();
        for (int i = 0; i < ABSURD.size(); i++) {
            mixed.add(dated(i, ABSURD.get(i)));
            if (i < day.size()) {
                mixed.add(day.get(i));
            }
        }
        return mixed;
    }

    /** It claims nothing: it is there to be dated. */
    private static Article dated(int number, Instant stated) {
        var owner = "calendar-" + number;
        var text = "The office is open on Sundays, and the tea is free. Number " + number + ".";
        return new Article(
                1,
                Ids.document(owner, "a"),
                Ids.contentHash(List.of(text)),
                1,
                new Source(owner, owner, "page", owner + ".example", null),
                "https://" + owner + ".example/a",
                "Opening hours",
                null,
                stated,
                FETCHED,
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of(Article.Paragraph.of(text)));
    }

    /** Records that Kafka Streams dropped without a word, task by task. */
    private static List<Object> dropped() throws JMException {
        var server = ManagementFactory.getPlatformMBeanServer();
        var dropped = new ArrayList<Object>();
        for (var task : server.queryNames(new ObjectName("kafka.streams:type=stream-task-metrics,*"), null)) {
            dropped.add(server.getAttribute(task, "dropped-records-total"));
        }
        return dropped;
    }

    private static JsonNode withoutNumber(Edition edition) throws IOException {
        var tree = Json.MAPPER.readTree(Json.bytes(edition));
        ((ObjectNode) tree.get("counts")).remove(List.of("documents", "dropped"));
        return tree;
    }
}
