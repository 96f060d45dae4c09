package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.Topics;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.Encoding;
import topfive.processor.encode.LexicalEncoder;

/** A day whose edition cannot be composed for now: what earlier editions told must be encoded first, and the encoder does not answer. */
class CloseFailsTest {
    private static final Edition EARLIER =
            Sample.pipeline().edition(Sample.day(), Sample.DAY).edition();

    @TempDir
    private Path state;

    private final AtomicBoolean broken = new AtomicBoolean();

    @Test
    void the_day_stays_due_and_its_edition_comes_once_by_itself_when_the_cause_is_gone() {
        try (var run = run()) {
            run.send(next(0));
            broken.set(true);
            run.fence("2026-03-05").letPass(Duration.ofSeconds(29));
            assertThat(run.finals()).isEmpty();
            assertThat(run.counted("topfive.close.failed", "stage", "choose")).isEqualTo(1);
            run.letPass(Duration.ofSeconds(59));
            assertThat(run.counted("topfive.close.failed", "stage", "choose")).isEqualTo(3);
            assertThat(letters(run)).containsExactly("close-failed");

            broken.set(false);
            run.letPass(Duration.ofSeconds(31));
            assertThat(run.values(Topics.DAILY)).singleElement().satisfies(edition -> {
                assertThat(edition.day()).isEqualTo("2026-03-05");
                assertThat(edition.counts().documents()).isEqualTo(1);
            });
            run.fence("2026-03-05").letPass(Duration.ofSeconds(61));
            assertThat(run.finals()).isEmpty();
            assertThat(letters(run)).isEmpty();
            assertThat(run.stateKeys("editions")).noneMatch(key -> key.contains("failed") || key.equals("postponed"));
        }
    }

    @Test
    void the_days_behind_it_wait_documents_go_on_being_read_and_all_come_in_order() {
        try (var run = run()) {
            broken.set(true);
            run.fence("2026-03-05");
            broken.set(false);
            run.send(next(1));
            broken.set(true);
            run.fence("2026-03-06").fence("2026-03-07").letPass(Duration.ofSeconds(61));
            assertThat(run.finals()).isEmpty();
            assertThat(run.values(Topics.INSIGHTS)).isNotEmpty();
            broken.set(false);
            run.letPass(Duration.ofSeconds(31));
            assertThat(run.values(Topics.DAILY))
                    .extracting(
                            edition -> edition.day() + " " + edition.counts().documents() + " "
                                    + edition.counts().late())
                    .containsExactly("2026-03-05 0 0", "2026-03-06 1 1", "2026-03-07 0 0");
        }
    }

    @Test
    void a_fence_that_is_repeated_is_a_reason_to_try_at_once() {
        try (var run = run()) {
            broken.set(true);
            run.fence("2026-03-05");
            broken.set(false);
            run.letTimePass();
            assertThat(run.finals()).isEmpty();
            run.closed(new Fence(1, Sample.DAY.plusDays(1), 0, 1));
            assertThat(run.finals()).hasSize(1);
        }
    }

    private static Article next(int number) {
        var at = Sample.NOON.plus(Duration.ofDays(1));
        return Sample.article(
                "harbor-" + number + ".example",
                "Harbor pilots in Port Verrin move 18% more boxes because a driver at a desk changes cranes.",
                at,
                at.plusSeconds(600));
    }

    private Run run() {
        return new Run(state, Sample.DAYS, new Failing(new LexicalEncoder(), broken), List.of(EARLIER));
    }

    private static List<String> letters(Run run) {
        return run.records(Topics.DEAD_LETTERS).stream()
                .map(letter ->
                        new String(letter.headers().lastHeader("dl_reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    private record Failing(Encoder encoder, AtomicBoolean broken) implements Encoder {
        @Override
        public String id() {
            return encoder.id();
        }

        @Override
        public float[] encode(String text) {
            answer();
            return encoder.encode(text);
        }

        @Override
        public Encoding encodeWords(String text) {
            answer();
            return encoder.encodeWords(text);
        }

        private void answer() {
            if (broken.get()) {
                throw new IllegalStateException("the encoder does not answer");
            }
        }
    }
}
