package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static topfive.processor.merge.Sayings.DAY;
import static topfive.processor.merge.Sayings.NOON;
import static topfive.processor.merge.Sayings.reading;
import static topfive.processor.merge.Sayings.says;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTest {
    private static final Instant CLOSE = Instant.parse("2026-03-05T00:30:00Z");
    private static final String CANAL =
            "The Sarrin canal auctions its slots because drought has cut the number of passages by 28%.";
    private static final String CANAL_TOO =
            "Drought has cut passages of the Sarrin canal by 28%, so the canal auctions its slots.";
    private static final String ROOF =
            "Fortified roofs cut hurricane claims from 19.8% to 4.1% of houses on the coast.";

    private static CellDay day(List<Reading> readings) {
        var cell = new Cell("en", Rules.CURRENT);
        readings.forEach(cell::place);
        return cell.summary(DAY, CLOSE);
    }

    @Test
    void two_sources_that_say_the_same_are_one_cluster() {
        var day = day(List.of(
                reading(says("a.example", CANAL)),
                reading(says("b.example", CANAL_TOO)),
                reading(says("c.example", ROOF))));
        assertThat(day.clusters()).hasSize(2);
        assertThat(day.clusters().get(0).reports()).isEqualTo(2);
        assertThat(day.clusters().get(0).independent()).isEqualTo(2);
        assertThat(day.insights()).isEqualTo(3);
        assertThat(day.merged()).isEqualTo(1);
    }

    @Test
    void copies_of_one_text_are_one_voice_whoever_carries_them() {
        var day = day(List.of(
                reading(says("a.example", CANAL)),
                reading(says("b.example", CANAL)),
                reading(says("c.example", CANAL))));
        assertThat(day.clusters()).hasSize(1);
        assertThat(day.clusters().get(0).reports()).isEqualTo(3);
        assertThat(day.clusters().get(0).independent()).isEqualTo(1);
    }

    @Test
    void ten_thousand_copies_of_one_text_are_one_cluster_and_one_voice() {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < 10_000; i++) {
            readings.add(reading(says("copy" + i + ".example", CANAL)));
        }
        readings.add(reading(says("own.example", CANAL_TOO)));
        var cluster = day(readings).clusters().get(0);
        assertThat(cluster.reports()).isEqualTo(10_001);
        assertThat(cluster.independent()).isEqualTo(2);
    }

    @Test
    void two_pieces_of_one_owner_are_one_voice() {
        var day = day(List.of(reading(says("a.example", CANAL)), reading(says("a.example", CANAL_TOO))));
        assertThat(day.clusters().get(0).reports()).isEqualTo(2);
        assertThat(day.clusters().get(0).independent()).isEqualTo(1);
    }

    @Test
    void the_cluster_has_the_id_of_its_earliest_claim() {
        var late = says("a.example", CANAL, NOON);
        var early = says("b.example", CANAL_TOO, NOON.minusSeconds(3600));
        var cluster = day(List.of(reading(late), reading(early))).clusters().get(0);
        assertThat(cluster.id()).isEqualTo(early.id());
        assertThat(cluster.formerIds()).containsExactly(late.id());
    }

    @Test
    void the_same_document_twice_changes_nothing() {
        var once = List.of(reading(says("a.example", CANAL)), reading(says("c.example", ROOF)));
        var twice = new ArrayList<>(once);
        twice.addAll(once);
        assertThat(day(twice)).isEqualTo(day(once));
    }

    @Test
    void order_of_arrival_does_not_show() {
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < 12; i++) {
            readings.add(reading(says(
                    "a" + i + ".example",
                    i % 3 == 0 ? CANAL + " Reported " + i : i % 3 == 1 ? CANAL_TOO + " As " + i : ROOF + " So " + i,
                    NOON.plusSeconds(i % 4))));
        }
        var expected = day(readings);
        var random = new Random(4);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(readings, random);
            assertThat(day(readings)).isEqualTo(expected);
        }
    }

    @Test
    void a_revision_replaces_what_the_document_said() {
        var first = reading(says("a.example", CANAL));
        var second = revised(first, "hash 2", NOON.plusSeconds(60), says("a.example", ROOF));
        for (var order : List.of(List.of(first, second), List.of(second, first))) {
            var day = day(order);
            assertThat(day.documents()).isEqualTo(1);
            assertThat(day.clusters())
                    .extracting(cluster -> cluster.exemplar().insight().claim())
                    .containsExactly(ROOF);
        }
    }

    @Test
    void a_revision_without_claims_withdraws_the_document() {
        var first = reading(says("a.example", CANAL));
        var withdrawn = revised(first, "hash of nothing", NOON.plusSeconds(60));
        assertThat(day(List.of(first, withdrawn)).clusters()).isEmpty();
    }

    @Test
    void one_text_under_two_ids_of_one_source_counts_once() {
        var first = reading(says("a.example", CANAL));
        var again = new Reading(
                "0000",
                first.contentHash(),
                first.sourceId(),
                NOON,
                DAY,
                "en",
                null,
                false,
                List.of(says("a.example", CANAL_TOO)));
        var day = day(List.of(first, again));
        assertThat(day.documents()).isEqualTo(1);
        assertThat(day.clusters())
                .extracting(cluster -> cluster.exemplar().insight().claim())
                .containsExactly(CANAL_TOO);
    }

    @Test
    void what_is_set_aside_is_counted_with_its_reason() {
        var old = reading(says("a.example", CANAL));
        var day = day(List.of(
                new Reading("1", "h1", "a", NOON, DAY, "en", "too-old", false, old.claims()),
                new Reading("2", "h2", "b", NOON, DAY, "de", "language de", false, List.of())));
        assertThat(day.clusters()).isEmpty();
        assertThat(day.dropped()).containsEntry("too-old", 1);
        assertThat(day.unread()).containsEntry("de", 1);
        assertThat(day.documents()).isEqualTo(2);
    }

    @Test
    void what_another_encoder_read_is_set_aside_and_never_compared() {
        var reading = reading(says("a.example", CANAL));
        var encoder = reading.claims().get(0).insight().encoderId();
        assertThat(reading.readBy(encoder)).isSameAs(reading);
        var day = day(List.of(reading.readBy("another"), reading(says("b.example", CANAL_TOO))));
        assertThat(day.dropped()).containsEntry("another-encoder", 1);
        assertThat(day.clusters())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.reports()).isEqualTo(1));
        assertThat(Vector.of(new float[] {1, 0}).cosine(Vector.of(new float[] {1, 0, 0})))
                .isZero();
    }

    @Test
    void a_repeat_that_was_read_for_a_later_day_never_takes_a_document_out_of_its_own() {
        var first = reading(says("a.example", CANAL));
        for (int later = 1; later < 9; later++) {
            var repeat = new Reading(
                    first.documentId(),
                    first.contentHash(),
                    first.sourceId(),
                    first.fetchedAt(),
                    DAY.plusDays(later),
                    "en",
                    null,
                    true,
                    first.claims());
            assertThat(day(List.of(repeat, first))).isEqualTo(day(List.of(first)));
            assertThat(day(List.of(first, repeat))).isEqualTo(day(List.of(first)));
        }
    }

    @Test
    void other_percentages_of_other_things_are_not_one_idea() {
        var day = day(List.of(
                reading(says("a.example", "Suspensions at schools rose 16% after the phone ban.")),
                reading(says("b.example", "Premiums inland rose 30% after the storm on the coast."))));
        assertThat(day.clusters()).hasSize(2);
    }

    @Test
    void a_revision_that_uses_up_the_stack_leaves_the_text_before_it() {
        var cell = new Cell("en", Rules.CURRENT);
        var first = reading(says("a.example", CANAL));
        cell.place(first);
        var before = cell.summary(DAY, CLOSE);
        var endless = says("a.example", "Aa ".repeat(200_000));
        assertThatThrownBy(() -> cell.place(revised(first, "hash 2", NOON.plusSeconds(60), endless)))
                .isInstanceOf(StackOverflowError.class);
        assertThat(cell.summary(DAY, CLOSE)).isEqualTo(before);
    }

    private static Reading revised(Reading of, String hash, Instant fetchedAt, Claim... claims) {
        return new Reading(of.documentId(), hash, of.sourceId(), fetchedAt, DAY, "en", null, false, List.of(claims));
    }
}
