package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.ingest.transcript.CueText.Said;

class CueTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<i>Up</i> and <b.loud>down</b> | Up and down",
                "<c.yellow.bg_blue>Up</c>stream | Upstream",
                "<lang en-GB>lorry</lang> | lorry",
                "<blink>Up</blink> | Up",
                "<>Up</> | Up",
                "AT&amp;T &lt;3 &quot;rent&quot;&nbsp;up | AT&T <3 \"rent\"\u00A0up",
                "&bogus; & rent | &bogus; & rent",
                "rent &#8364;900 | rent €900",
                "<ruby>水<rt>water</rt></ruby> level | 水 level",
                "<ruby>水<rt>water</ruby> level | 水 level",
                "<rt>level</rt> | level",
                "rent </i>fell</b> | rent fell",
                "up <i | up ",
                "1 < 2 said Mara | 1 "
            })
    void tags_are_not_said_and_entities_are_resolved(String raw, String said) {
        assertThat(String.join("", CueText.of(raw).stream().map(Said::text).toList())
                        .strip())
                .isEqualTo(said.strip());
    }

    @Test
    void a_voice_lasts_until_it_is_closed() {
        assertThat(CueText.of("Hm. <v.loud Mara &amp; Jo>The lock <i>is</i> open.</v> Yes."))
                .containsExactly(
                        said(null, null, "Hm. "),
                        said("Mara & Jo", null, "The lock "),
                        said("Mara & Jo", null, "is"),
                        said("Mara & Jo", null, " open."),
                        said(null, null, " Yes."));
    }

    @Test
    void a_voice_within_a_voice_gives_way_to_the_outer_one() {
        assertThat(CueText.of("<v Mara>Up <v Jo>down</v> up"))
                .containsExactly(said("Mara", null, "Up "), said("Jo", null, "down"), said("Mara", null, " up"));
    }

    @Test
    void only_the_innermost_tag_can_be_closed() {
        assertThat(CueText.of("<v Mara>Up <i>down</v> up"))
                .extracting(Said::voice)
                .containsOnly(Optional.of("Mara"));
    }

    @Test
    void a_time_in_the_text_is_when_the_next_words_are_said() {
        assertThat(CueText.of("the<00:01.500> price<00:00:02.000> of<00:9> rent<00:03.000 > rose"))
                .containsExactly(
                        said(null, null, "the"),
                        said(null, 1500L, " price"),
                        said(null, 2000L, " of"),
                        said(null, 2000L, " rent"),
                        said(null, 2000L, " rose"));
    }

    @Test
    void a_hundred_thousand_open_tags_are_read_in_one_pass() {
        var said = CueText.of("<v Mara><i>a".repeat(100_000));

        assertThat(said).hasSize(100_000);
        assertThat(said.get(99_999)).isEqualTo(said("Mara", null, "a"));
    }

    private static Said said(String voice, Long startMs, String text) {
        return new Said(Optional.ofNullable(voice), startMs, text);
    }

    @Test
    void no_text_is_nothing_said() {
        assertThat(CueText.of("")).isEqualTo(List.of());
    }
}
