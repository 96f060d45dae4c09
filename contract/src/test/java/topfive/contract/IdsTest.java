package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values were computed with another program: an id that changes breaks every stored link. */
class IdsTest {
    @Test
    void a_document_is_named_by_source_and_identity() {
        assertThat(Ids.document("slow-lane", "slowlane-0117")).isEqualTo("7251bdbbd6dc3ccfd9a4dc9819c00435");
    }

    @Test
    void an_insight_is_named_by_the_place_where_it_stands() {
        assertThat(Ids.insight("d", "h", 1, 2, 34)).isEqualTo("ac4fb72e90e0c3c1112aadba0cd47e1e");
    }

    @Test
    void the_hash_of_a_text_is_that_of_its_words() {
        assertThat(Ids.contentHash(List.of("Trams leave on green.", "Always.")))
                .isEqualTo("cfe06dfeadd5a0d94465764ba1cd0e3751fd05151c43299e6b17da0961ff4c4d");
    }

    @Test
    void case_spaces_breaks_and_ways_of_writing_an_accent_do_not_make_a_revision() {
        var hash = Ids.contentHash(List.of("Caf\u00e9 au lait"));

        assertThat(Ids.contentHash(List.of("  cafe\u0301\u00a0AU\u200b\t\n lait ")))
                .isEqualTo(hash);
        assertThat(Ids.contentHash(List.of("Caf\u00e9 au", "lait"))).isEqualTo(hash);
        assertThat(Ids.contentHash(List.of("Caf\u00e9 au laits"))).isNotEqualTo(hash);
    }

    @Test
    void a_document_without_text_has_the_hash_of_nothing() {
        assertThat(Ids.contentHash(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void a_hash_is_in_lower_case_hex() {
        assertThat(Ids.sha256("Grüße")).isEqualTo("f83e039796c6453a10f5519e39fd113901572316a1a8ea07cb525d2801dfd074");
    }
}
