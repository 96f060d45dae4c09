package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void a_dead_letter_keeps_the_bytes_and_says_why_and_where_from() {
        var letter = DeadLetter.of(
                "k", new byte[] {'{'}, "not-json", "read", "line 1\n\tcolumn 2", "topfive.documents.v1/3@1042");

        assertThat(letter.bytes()).containsExactly('{');
        assertThat(letter.detail()).isEqualTo("line 1 column 2");
        assertThat(letter.truncated()).isFalse();
        assertThat(letter.length()).isEqualTo(1);
        assertThat(letter.sha256()).isEqualTo("021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96");
    }

    @Test
    void its_headers_read_back_as_they_were_written() {
        var letter =
                DeadLetter.of(null, new byte[] {1, 2}, "failed", "merge", "größer\u2028als", "https://a.example/x");

        assertThat(DeadLetter.from(null, letter.bytes(), letter.headers()))
                .usingRecursiveComparison()
                .isEqualTo(letter);
    }

    @Test
    void fifteen_mebibytes_are_kept_whole() {
        var letter = DeadLetter.of("k", new byte[15 * MIB], "failed", "read", "", "x");

        assertThat(letter.bytes()).hasSize(15 * MIB);
        assertThat(letter.truncated()).isFalse();
    }

    @Test
    void of_more_than_fifteen_mebibytes_the_head_is_kept_with_length_and_hash_of_the_whole() {
        var bytes = new byte[15 * MIB + 1];
        Arrays.fill(bytes, (byte) 'a');

        var letter = DeadLetter.of("k", bytes, "failed", "read", "", "x");

        assertThat(letter.bytes()).hasSize(64 * 1024).containsOnly('a');
        assertThat(letter.truncated()).isTrue();
        assertThat(letter.length()).isEqualTo(15_728_641);
        assertThat(letter.sha256()).isEqualTo("2c8ce062ed4ecf8c61148fc0eed2d02b98a7cc24c947053aef4332c085e98d9e");
        assertThat(DeadLetter.from("k", letter.bytes(), letter.headers()))
                .usingRecursiveComparison()
                .isEqualTo(letter);
    }

    @Test
    void where_a_cap_stopped_the_reading_the_head_of_what_was_read_is_kept() {
        var letter = DeadLetter.cut("k", new byte[3 * MIB], "too-large", "fetch", "", "https://a.example/x");

        assertThat(letter.bytes()).hasSize(64 * 1024);
        assertThat(letter.truncated()).isTrue();
        assertThat(letter.length()).isEqualTo(3 * MIB);
        assertThat(DeadLetter.cut("k", new byte[5], "too-large", "fetch", "", "x")
                        .bytes())
                .hasSize(5);
    }

    @Test
    void a_long_detail_is_cut_and_never_through_a_character() {
        var letter = DeadLetter.of("k", null, "failed", "read", "x".repeat(499) + "\ud83d\ude00 and more", "x");

        assertThat(letter.detail()).isEqualTo("x".repeat(499) + "…");
    }

    @Test
    void a_record_without_value_or_origin_can_be_a_dead_letter() {
        var letter = DeadLetter.of(null, null, "no-value", "read", null, null);

        assertThat(letter.bytes()).isEmpty();
        assertThat(DeadLetter.from(null, null, letter.headers()).origin()).isEmpty();
    }

    @Test
    void what_somebody_else_wrote_there_can_be_listed_too() {
        var headers = new RecordHeaders().add("dl_length", new byte[] {'x'}).add("dl_reason", null);

        var letter = DeadLetter.from("k", new byte[7], headers);

        assertThat(letter.length()).isEqualTo(7);
        assertThat(letter.reason()).isEmpty();
        assertThat(letter.truncated()).isFalse();
    }

    @Test
    void the_topic_leaves_the_bytes_as_they_are() {
        var bytes = new byte[] {0, (byte) 0xff, '"'};

        assertThat(Topics.DEAD_LETTERS.values().serializer().serialize("t", bytes))
                .isEqualTo(bytes);
        assertThat(Topics.DEAD_LETTERS.values().deserializer().deserialize("t", bytes))
                .isEqualTo(bytes);
    }
}
