package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Fence;
import topfive.contract.Topics;
import topfive.processor.choose.Told;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;

/** What was said by other rules, before a restart, is said again before anything is made of it. */
class OtherRulesTest {
    @TempDir
    private Path state;

    @Test
    void an_edition_is_never_made_of_clusters_of_other_rules() {
        try (var run = new Run(state)) {
            run.summed(saidBy("0", 2)).letTimePass();
            assertThat(run.values(Topics.LIVE)).isEmpty();

            run.summed(saidBy(version(), 7)).letTimePass();
            assertThat(run.values(Topics.LIVE))
                    .extracting(edition -> edition.counts().documents())
                    .containsExactly(7);
        }
    }

    @Test
    void a_day_that_ended_before_the_restart_closes_when_its_cells_have_said_it_again() {
        try (var run = new Run(state)) {
            run.summed(saidBy("0", 2)).closed(new Fence(1, Sample.DAY, 0, 1)).letTimePass();
            assertThat(run.values(Topics.DAILY)).isEmpty();

            run.summed(saidBy(version(), 7)).letTimePass();
            var whole = Sample.pipeline().edition(Sample.day(), Sample.DAY).edition();
            assertThat(run.values(Topics.DAILY)).containsExactly(whole);
            assertThat(run.stateKeys("editions")).doesNotContain("postponed");
        }
    }

    /** The one document of its language was forgotten since: after the restart nobody knows that there was such a cell. */
    @Test
    void a_cell_that_had_nothing_of_the_day_and_is_not_said_again_holds_nothing_up() {
        var quiet = nothingSaidBy("0");
        try (var run = new Run(state)) {
            run.summed(quiet)
                    .summed(saidBy(version(), 7))
                    .closed(new Fence(1, Sample.DAY, 0, 1))
                    .letTimePass();

            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.counts().documents())
                    .containsExactly(7);
        }
    }

    @Test
    void what_was_told_is_compared_by_the_vectors_of_the_encoder_in_force() {
        var told = Sample.pipeline().edition(Sample.day(), Sample.DAY).told();
        Encoder another = new Another();

        assertThat(Retold.by(new LexicalEncoder(), told)).isSameAs(told);
        var retold = Retold.by(another, told);
        assertThat(retold.encoderId()).isEqualTo("another/1");
        assertThat(retold.ideas()).hasSameSizeAs(told.ideas()).allSatisfy(idea -> {
            assertThat(idea.exemplar().cosine(told.ideas().get(0).exemplar())).isZero();
            assertThat(idea.evidence()).isNotEmpty();
        });
        assertThat(retold.ideas()).extracting(idea -> idea.clusterId()).isEqualTo(ids(told));
    }

    @Test
    void what_an_edition_told_can_be_had_from_the_edition() {
        var made = Sample.pipeline().edition(Sample.day(), Sample.DAY);

        assertThat(Retold.of(made.edition(), new LexicalEncoder())).isEqualTo(made.told());
    }

    private static List<String> ids(Told told) {
        return told.ideas().stream().map(idea -> idea.clusterId()).toList();
    }

    private static String version() {
        return Sample.pipeline().desk().rules().version();
    }

    private static CellDay saidBy(String rulesVersion, int documents) {
        var pipeline = Sample.pipeline();
        var cells = new Cells(pipeline.desk().rules());
        Sample.day()
                .subList(0, documents)
                .forEach(each -> cells.place(pipeline.reader().read(each, null)));
        var said = cells.summaries(Sample.DAY, Sample.DAYS.closesAt(Sample.DAY)).get(0);
        return new CellDay(
                said.cell(),
                said.day(),
                said.latestFetch(),
                said.documents(),
                said.insights(),
                said.merged(),
                said.late(),
                said.unread(),
                said.dropped(),
                said.clusters(),
                rulesVersion);
    }

    private static CellDay nothingSaidBy(String rulesVersion) {
        return new CellDay("fr", Sample.DAY, null, 0, 0, 0, 0, Map.of(), Map.of(), List.of(), rulesVersion);
    }

    private record Another() implements Encoder {
        @Override
        public String id() {
            return "another/1";
        }

        @Override
        public float[] encode(String text) {
            return new float[] {1, text.length()};
        }
    }
}
