package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Ids;
import topfive.contract.Topics;

/** Within a partition there is an order, between partitions there is none. */
class SeveralPartitionsTest {
    private static final Instant NEXT_DAY = Sample.NOON.plus(Duration.ofDays(1));
    private static final String OTHER =
            "Harbor pilots in Port Verrin move 18% more boxes because a driver at a desk changes cranes in ten seconds.";

    @TempDir
    private Path folder;

    @Test
    void a_revision_behind_the_fence_does_not_take_the_report_out_of_the_day_that_others_still_fill() {
        try (var run = new Run(folder)) {
            var said = run.in(0, Sample.day().get(2))
                    .in(0, fence(0, 0))
                    .in(0, revised(Sample.day().get(2), OTHER))
                    .in(1, Sample.day().get(3))
                    .in(1, fence(0, 1))
                    .values(Topics.DAILY);
            assertThat(said).singleElement().satisfies(edition -> {
                assertThat(edition.counts().documents()).isEqualTo(2);
                assertThat(edition.counts().late()).isZero();
            });
            assertThat(run.live().counts().documents()).isEqualTo(1);
        }
    }

    @Test
    void a_text_that_comes_back_behind_the_fence_does_not_bring_the_report_back_into_the_day_that_others_still_fill() {
        try (var run = new Run(folder)) {
            var report = Sample.day().get(2);
            var said = run.in(0, report)
                    .in(0, revised(report, Sample.NOON.plusSeconds(900), OTHER))
                    .in(0, fence(0, 0))
                    .in(0, revised(report, Sample.NOON.plusSeconds(300), OTHER))
                    .in(1, fence(0, 1))
                    .values(Topics.DAILY);
            assertThat(said)
                    .singleElement()
                    .satisfies(edition -> assertThat(edition.insights())
                            .extracting(insight -> insight.claim())
                            .containsExactly(OTHER));
        }
    }

    @Test
    void whichever_partition_is_ahead_the_days_come_out_the_same() {
        var random = new Random(7);
        for (var partitions : List.of(twoOfThreeDays(), twoOfWhichEachLacksAFence())) {
            var expected = replayed(partitions);
            assertThat(expected).hasSize(3);
            for (int round = 0; round < 12; round++) {
                try (var run = new Run(folder.resolve(expected.hashCode() + "-" + round))) {
                    for (var each : shuffled(partitions, random)) {
                        run.in(each.partition(), each.value());
                    }
                    assertThat(run.letTimePass().finals()).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void however_much_waited_behind_a_fence_the_next_day_has_all_of_it() {
        try (var run = new Run(folder)) {
            run.in(0, fence(0, 0));
            for (int i = 0; i < 250; i++) {
                run.in(0, Sample.article("site-" + i + ".example", OTHER, NEXT_DAY, NEXT_DAY));
            }
            run.in(0, fence(1, 0)).in(1, fence(0, 1)).in(1, fence(1, 1)).letTimePass();
            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.counts().documents())
                    .containsExactly(0, 250);
            assertThat(run.stateKeys("readings")).noneMatch(key -> key.startsWith("ahead/"));
        }
    }

    private record Placed(int partition, FromProducers value) {}

    private static List<List<FromProducers>> twoOfThreeDays() {
        var day = Sample.day();
        return List.of(
                List.of(
                        day.get(0),
                        day.get(2),
                        day.get(3),
                        fence(0, 0),
                        revised(day.get(2), OTHER),
                        day.get(4),
                        revised(day.get(0), day.get(0).texts().get(1)),
                        fence(1, 0),
                        day.get(3),
                        revised(
                                day.get(2),
                                NEXT_DAY.plusSeconds(90_000),
                                day.get(5).texts().get(0)),
                        fence(2, 0)),
                List.of(
                        day.get(1),
                        day.get(5),
                        fence(0, 1),
                        revised(day.get(5), NEXT_DAY, day.get(6).texts().get(0)),
                        fence(1, 1),
                        revised(day.get(1), OTHER),
                        day.get(6),
                        fence(2, 1)));
    }

    /** Somebody was cut off while he wrote fences. */
    private static List<List<FromProducers>> twoOfWhichEachLacksAFence() {
        var both = twoOfThreeDays();
        return List.of(
                both.get(0).stream().filter(each -> !each.equals(fence(1, 0))).toList(),
                both.get(1).stream().filter(each -> !each.equals(fence(0, 1))).toList());
    }

    private static List<Placed> shuffled(List<List<FromProducers>> partitions, Random random) {
        var left = new ArrayList<Deque<FromProducers>>();
        partitions.forEach(each -> left.add(new ArrayDeque<>(each)));
        var all = new ArrayList<Placed>();
        while (left.stream().anyMatch(each -> !each.isEmpty())) {
            var partition = random.nextInt(left.size());
            // now and then one runs far ahead
            for (int i = random.nextInt(8); i > 0 && !left.get(partition).isEmpty(); i--) {
                all.add(new Placed(partition, left.get(partition).poll()));
            }
        }
        return all;
    }

    private static List<String> replayed(List<List<FromProducers>> partitions) {
        var left = new ArrayList<Deque<FromProducers>>();
        partitions.forEach(each -> left.add(new ArrayDeque<>(each)));
        var range = new PastDays.Range(Sample.DAY, Sample.DAY.plusDays(2));
        var made = new ArrayList<String>();
        var past = new PastDays(
                Sample.pipeline(),
                range,
                left.size(),
                List.of(),
                Map.of(),
                edition -> made.add(Run.line(edition.edition())));
        var go = Set.of(0, 1);
        while (!go.isEmpty()) {
            for (int partition : go) {
                var values = Topics.DOCUMENTS.values().serializer();
                while (!left.get(partition).isEmpty()
                        && !past.take(
                                partition,
                                values.serialize("", left.get(partition).poll()))) {}
            }
            go = past.goOn();
        }
        return made;
    }

    private static Fence fence(int days, int partition) {
        return new Fence(1, Sample.DAY.plusDays(days), partition, 2);
    }

    private static Article revised(Article article, String text) {
        return revised(article, NEXT_DAY, text);
    }

    private static Article revised(Article article, Instant fetchedAt, String text) {
        return new Article(
                1,
                article.id(),
                Ids.contentHash(List.of(text)),
                2,
                article.source(),
                article.url(),
                article.title(),
                null,
                article.publishedAt(),
                fetchedAt,
                "en",
                article.quality(),
                false,
                false,
                List.of(Article.Paragraph.of(text)));
    }
}
