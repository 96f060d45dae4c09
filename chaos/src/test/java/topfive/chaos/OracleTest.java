package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import topfive.chaos.Published.Buried;
import topfive.chaos.Published.Said;
import topfive.contract.Ids;

class OracleTest {
    private static final Said FRIDAY = said("all/2036-10-24", "{\"revision\":1,\"insights\":5}");
    private static final Said SATURDAY = said("all/2036-10-25", "{\"revision\":1,\"insights\":4}");
    private static final Buried LETTER = buried("topfive.documents.v1/2@17", "rubbish");

    @Test
    void the_same_is_no_difference() {
        assertThat(compare(List.of(FRIDAY, SATURDAY), List.of(SATURDAY, FRIDAY)))
                .isEmpty();
    }

    @Test
    void a_lost_edition_is_noticed() {
        assertThat(compare(List.of(FRIDAY, SATURDAY), List.of(FRIDAY)))
                .containsExactly("lost edition all/2036-10-25: 0 of 1");
    }

    @Test
    void a_doubled_edition_is_noticed_though_its_bytes_are_right() {
        assertThat(compare(List.of(FRIDAY), List.of(FRIDAY, FRIDAY)))
                .containsExactly("doubled edition all/2036-10-24: 2 instead of 1");
    }

    @Test
    void an_edition_of_a_day_that_nobody_closed_is_noticed() {
        assertThat(compare(List.of(FRIDAY), List.of(FRIDAY, SATURDAY)))
                .containsExactly("unwanted edition all/2036-10-25: 1");
    }

    @Test
    void a_changed_edition_is_noticed_with_the_first_place() {
        assertThat(compare(List.of(FRIDAY), List.of(said("all/2036-10-24", "{\"revision\":1,\"insights\":4}"))))
                .containsExactly(
                        "different edition all/2036-10-24: at byte 25 must be \"ision\":1,\"insights\":5}\" and is \"ision\":1,\"insights\":4}\"");
    }

    @Test
    void an_insight_is_wanted_as_often_as_its_document_stands_in_the_log() {
        var insight = said("ab12", "{}");
        assertThat(Oracle.differences(
                        new Published(List.of(), List.of(), List.of(insight, insight), List.of()),
                        new Published(List.of(), List.of(), List.of(insight), List.of())))
                .containsExactly("lost insight ab12: 1 of 2");
    }

    @Test
    void a_doubled_insight_is_noticed() {
        var insight = said("ab12", "{}");
        assertThat(Oracle.differences(
                        new Published(List.of(), List.of(), List.of(insight), List.of()),
                        new Published(List.of(), List.of(), List.of(insight, insight), List.of())))
                .containsExactly("doubled insight ab12: 2 instead of 1");
    }

    @Test
    void a_lost_dead_letter_is_noticed() {
        assertThat(letters(List.of(LETTER), List.of()))
                .containsExactly("lost dead letter of topfive.documents.v1/2@17");
    }

    @Test
    void a_doubled_dead_letter_is_noticed() {
        assertThat(letters(List.of(LETTER), List.of(LETTER, LETTER)))
                .containsExactly("doubled dead letter of topfive.documents.v1/2@17: 2 instead of 1");
    }

    @Test
    void a_dead_letter_with_other_bytes_is_noticed() {
        assertThat(letters(List.of(LETTER), List.of(buried("topfive.documents.v1/2@17", "rubbing"))))
                .containsExactly(
                        "different dead letter of topfive.documents.v1/2@17: at byte 5 must be \"rubbish\" and is \"rubbing\"");
    }

    @Test
    void a_dead_letter_whose_hash_is_not_that_of_its_bytes_is_noticed() {
        var wrong = new Buried(LETTER.origin(), LETTER.key(), LETTER.bytes(), Ids.sha256("else"), "not-json", "");
        assertThat(letters(List.of(LETTER), List.of(wrong)))
                .containsExactly(
                        "different dead letter of topfive.documents.v1/2@17: its dl_sha256 is not that of its bytes");
    }

    @Test
    void a_dead_letter_under_another_key_or_for_another_reason_is_noticed() {
        var key = new Buried(LETTER.origin(), "poison/2", LETTER.bytes(), LETTER.sha256(), "not-json", "");
        var reason = new Buried(LETTER.origin(), "poison/1", LETTER.bytes(), LETTER.sha256(), "failed", "");
        assertThat(letters(List.of(LETTER), List.of(key)))
                .containsExactly(
                        "different dead letter of topfive.documents.v1/2@17: its key is poison/2 instead of poison/1");
        assertThat(letters(List.of(LETTER), List.of(reason)))
                .containsExactly(
                        "different dead letter of topfive.documents.v1/2@17: its reason is failed instead of not-json");
    }

    @Test
    void one_dead_letter_is_wanted_for_each_record_without_a_value() {
        var first = Wanted.letter(new ConsumerRecord<>("topfive.documents.v1", 0, 4, null, null));
        var second = Wanted.letter(new ConsumerRecord<>("topfive.documents.v1", 0, 5, null, null));
        var found = new Buried(first.origin(), null, new byte[0], Ids.sha256(""), "empty", "");
        assertThat(letters(List.of(first), List.of(found))).isEmpty();
        assertThat(letters(List.of(first, second), List.of(found)))
                .containsExactly("lost dead letter of topfive.documents.v1/0@5");
    }

    @Test
    void a_good_document_among_the_dead_letters_is_noticed() {
        var unwanted =
                new Buried("topfive.documents.v1/0@3", "ab12", new byte[0], Ids.sha256(""), "failed", "OutOfMemory");
        assertThat(letters(List.of(LETTER), List.of(LETTER, unwanted)))
                .containsExactly("unwanted dead letter of topfive.documents.v1/0@3: failed OutOfMemory");
    }

    private static List<String> compare(List<Said> wanted, List<Said> found) {
        return Oracle.differences(
                new Published(wanted, List.of(), List.of(), List.of()),
                new Published(found, List.of(), List.of(), List.of()));
    }

    private static List<String> letters(List<Buried> wanted, List<Buried> found) {
        return Oracle.differences(
                new Published(List.of(), List.of(), List.of(), wanted),
                new Published(List.of(), List.of(), List.of(), found));
    }

    private static Said said(String key, String value) {
        return new Said(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Buried buried(String origin, String text) {
        return new Buried(origin, "poison/1", text.getBytes(StandardCharsets.UTF_8), Ids.sha256(text), "not-json", "");
    }
}
