package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Topics;
import topfive.processor.choose.Told;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;

class PastDaysTest {
    private static final LocalDate FIRST = Sample.DAY;
    private static final LocalDate LAST = FIRST.plusDays(3);

    @TempDir
    private Path state;

    @Test
    void days_that_are_replayed_are_the_days_that_were_published() {
        try (var run = new Run(state)) {
            run.send(fourDays());
            assertThat(replayed(all(), fourDays())).hasSize(4).isEqualTo(run.finals());
        }
    }

    @Test
    void a_range_needs_of_the_days_before_it_only_what_they_told() {
        try (var run = new Run(state)) {
            run.send(fourDays());
            var editions = run.values(Topics.DAILY);
            var told = editions.stream()
                    .filter(edition -> edition.day().isBefore(FIRST.plusDays(2)))
                    .map(edition -> Retold.of(edition, new LexicalEncoder()))
                    .toList();
            var made = new ArrayList<String>();
            var past = past(Sample.pipeline(), new PastDays.Range(FIRST.plusDays(2), LAST), 1, told, made);
            fourDays().forEach(each -> pour(past, 0, each));

            assertThat(editions.get(2).missed())
                    .extracting(Edition.Missed::reason)
                    .contains("told-before");
            assertThat(made)
                    .isEqualTo(editions.subList(2, 4).stream()
                            .map(PastDaysTest::line)
                            .toList());
        }
    }

    @Test
    void a_partition_that_is_ahead_waits_at_its_fence() {
        var made = new ArrayList<String>();
        var past = past(Sample.pipeline(), all(), 2, List.of(), made);
        var day = Sample.day();
        assertThat(pour(past, 0, day.get(0))).isFalse();
        assertThat(pour(past, 0, new Fence(1, FIRST, 0, 2))).isTrue();
        assertThat(past.goOn()).isEmpty();
        day.subList(1, day.size()).forEach(each -> pour(past, 1, each));
        assertThat(pour(past, 1, new Fence(1, FIRST, 1, 2))).isTrue();
        assertThat(made).isEmpty();

        assertThat(past.goOn()).containsExactlyInAnyOrder(0, 1);

        var whole = Sample.pipeline().edition(day, FIRST).edition();
        assertThat(made).containsExactly(line(whole));
    }

    /** It was given up when it came, and is a dead letter: no day that is made again may hold it, or wait for it. */
    @Test
    void what_takes_without_end_to_read_is_left_out() {
        var words = new LexicalEncoder();
        Encoder spinning = new Encoder() {
            @Override
            public String id() {
                return words.id();
            }

            @Override
            public float[] encode(String text) {
                while (text.contains("Ludd") && !Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                return words.encode(text);
            }
        };
        var pipeline = Pipeline.with(spinning, new Classifier(words), List.of("en"), Sample.DAYS);
        var endless = Sample.article(
                "mill.example", "Ludd Mills closed two of its five looms because the price of yarn rose by 12%.");
        var made = new ArrayList<String>();
        var past = past(pipeline, all(), 1, List.of(), made);
        pour(past, 0, endless);
        Sample.day().forEach(each -> pour(past, 0, each));
        pour(past, 0, fence(0));

        assertThat(made)
                .containsExactly(
                        line(Sample.pipeline().edition(Sample.day(), FIRST).edition()));
    }

    @Test
    void a_fence_that_one_partition_never_got_is_closed_by_the_next() {
        var made = new ArrayList<String>();
        var past = past(Sample.pipeline(), all(), 2, List.of(), made);
        Sample.day().forEach(each -> pour(past, 0, each));
        pour(past, 0, new Fence(1, FIRST, 0, 2));
        pour(past, 1, new Fence(1, FIRST.plusDays(1), 1, 2));

        assertThat(past.goOn()).containsExactly(0);
        assertThat(made).extracting(line -> line.split(" ")[0]).containsExactly("all/2026-03-04");
        pour(past, 0, new Fence(1, FIRST.plusDays(1), 0, 2));
        past.goOn();

        assertThat(made).extracting(line -> line.split(" ")[0]).containsExactly("all/2026-03-04", "all/2026-03-05");
    }

    @Test
    void what_was_a_dead_letter_is_in_no_edition() {
        var made = new ArrayList<String>();
        var past = past(Sample.pipeline(), all(), 1, List.of(), made);
        assertThat(past.take(0, "{".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(past.take(0, null)).isFalse();
        Sample.day().forEach(each -> pour(past, 0, each));
        pour(past, 0, fence(0));

        assertThat(made)
                .containsExactly(
                        line(Sample.pipeline().edition(Sample.day(), FIRST).edition()));
    }

    @Test
    void the_day_that_is_open_stands_as_it_is_shown() {
        try (var run = new Run(state)) {
            var untilNoon = fourDays().subList(0, fourDays().size() - 1);
            var live = run.send(untilNoon).live();
            var past = past(Sample.pipeline(), all(), 1, List.of(), new ArrayList<>());
            untilNoon.forEach(each -> pour(past, 0, each));

            assertThat(line(past.open(LAST).edition())).isEqualTo(line(live));
        }
    }

    /** A day; a repeat and something new; a day that retells and corrects; a late report. */
    private static List<FromProducers> fourDays() {
        var all = new ArrayList<FromProducers>(Sample.day());
        all.add(fence(0));
        all.addAll(Sample.day());
        all.addAll(shifted(1, owner -> "new-" + owner, text -> text.replace("28%", "31%"))
                .subList(0, 4));
        all.add(fence(1));
        all.addAll(shifted(2, owner -> "again-" + owner, text -> text.replace(" the ", " this ")));
        all.addAll(shifted(2, owner -> owner, text -> text.replace("fell by 7%", "fell by 9%")));
        all.add(fence(2));
        all.add(fence(1));
        all.addAll(shifted(2, owner -> "late-" + owner, text -> "It was said that " + text)
                .subList(2, 5));
        all.add(fence(3));
        return all;
    }

    private static List<Article> shifted(int days, Function<String, String> owner, Function<String, String> text) {
        return Sample.day().stream()
                .map(article -> Sample.article(
                        owner.apply(article.source().owner()),
                        text.apply(article.texts().stream().collect(Collectors.joining("\n"))),
                        later(Sample.NOON, days),
                        later(Sample.NOON.plusSeconds(900), days)))
                .toList();
    }

    private static Instant later(Instant at, int days) {
        return at.plus(Duration.ofDays(days));
    }

    private static Fence fence(int days) {
        return new Fence(1, FIRST.plusDays(days), 0, 1);
    }

    private static PastDays.Range all() {
        return new PastDays.Range(FIRST, LAST);
    }

    private static List<String> replayed(PastDays.Range range, List<FromProducers> records) {
        var made = new ArrayList<String>();
        var past = past(Sample.pipeline(), range, 1, List.of(), made);
        records.forEach(each -> pour(past, 0, each));
        return made;
    }

    private static PastDays past(
            Pipeline pipeline, PastDays.Range range, int partitions, List<Told> told, List<String> made) {
        return new PastDays(pipeline, range, partitions, told, Map.of(), edition -> made.add(line(edition.edition())));
    }

    /** One partition goes on at once; several wait for each other. */
    private static boolean pour(PastDays past, int partition, FromProducers value) {
        var waits = past.take(partition, Topics.DOCUMENTS.values().serializer().serialize("", value));
        if (waits && value instanceof Fence fence && fence.of() == 1) {
            past.goOn();
        }
        return waits;
    }

    private static String line(Edition edition) {
        return Run.line(edition);
    }
}
