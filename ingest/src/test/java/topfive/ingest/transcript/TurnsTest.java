package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Unreadable;

class TurnsTest {
    @Test
    void where_nobody_is_named_a_pause_behind_a_sentence_parts_turns() throws Unreadable {
        var turns = turns(cue(1000, 2000, "The gate opens at three.")
                + cue(2500, 3500, "Nobody likes it.")
                + cue(4400, 5000, "Not even the")
                + cue(6500, 7000, "keeper."));

        assertThat(turns)
                .extracting(Turn::text)
                .containsExactly("The gate opens at three. Nobody likes it.", "Not even the keeper.");
        assertThat(turns).extracting(Turn::startMs).containsExactly(1000L, 4400L);
        assertThat(turns).extracting(Turn::endMs).containsExactly(3500L, 7000L);
    }

    @Test
    void where_nothing_is_punctuated_each_pause_parts_turns_and_length_does() throws Unreadable {
        var talk = new StringBuilder();
        for (int at = 0; at < 40; at++) {
            int pause = at >= 20 ? 5000 : 0;
            talk.append(cue(at * 1000 + pause, at * 1000 + pause + 900, "and the water rises over sill " + at));
        }
        var turns = turns(talk.toString());

        assertThat(turns).extracting(Turn::startMs).contains(25_000L);
        assertThat(turns).allSatisfy(turn -> assertThat(turn.text()).hasSizeLessThan(450));
        assertThat(String.join(" ", turns.stream().map(Turn::text).toList()))
                .startsWith("and the water rises over sill 0 and the water rises")
                .endsWith("and the water rises over sill 39")
                .hasSize(40 * "and the water rises over sill 39".length() + 39 - 10);
    }

    @Test
    void a_long_speech_is_divided_between_sentences_with_the_time_of_each_part() throws Unreadable {
        var talk = new StringBuilder();
        for (int at = 0; at < 120; at++) {
            talk.append(cue(
                    at * 3000, at * 3000 + 2900, (at == 0 ? "ANNA: " : "") + "The gate has number " + at + " on it."));
        }
        var turns = turns(talk + cue(400_000, 401_000, "ANNA: Right."));

        assertThat(turns).hasSizeBetween(2, 4).allSatisfy(turn -> {
            assertThat(turn.speaker()).isEqualTo("Anna");
            assertThat(turn.text())
                    .hasSizeLessThanOrEqualTo(2000)
                    .startsWith("The gate")
                    .endsWith(".");
        });
        int sentence = Integer.parseInt(turns.get(1).text().replaceAll("^\\D+(\\d+).*", "$1"));
        assertThat(turns.get(1).startMs()).isEqualTo(sentence * 3000L);
        assertThat(turns.get(0).endMs()).isLessThanOrEqualTo(turns.get(1).startMs());
    }

    @Test
    void cues_out_of_order_are_put_in_order_and_said_once() throws Unreadable {
        assertThat(turns(cue(1000, 2000, "The gate")
                        + cue(5000, 6000, "at three.")
                        + cue(3000, 5500, "opens")
                        + cue(3000, 5500, "opens")))
                .extracting(Turn::text)
                .containsExactly("The gate opens at three.");
    }

    @Test
    void another_part_of_the_recording_begins_with_a_clock_of_its_own() throws Unreadable {
        assertThat(turns(cue(600_000, 601_000, "The first tape ends.") + cue(1000, 2000, "The second begins.")))
                .extracting(Turn::text)
                .containsExactly("The first tape ends. The second begins.");
    }

    @Test
    void two_speakers_in_a_cue_are_two_turns() throws Unreadable {
        assertThat(turns(cue(1000, 2000, "- Is it open?\n- No.") + cue(3000, 4000, "- Why not?\n- The tide.")))
                .extracting(Turn::text)
                .containsExactly("Is it open?", "No.", "Why not?", "The tide.");
        assertThat(turns(cue(1000, 2000, ">> Is it open? >> No.")
                        + cue(3000, 4000, ">> ANNA: Why not?\nBEN: The tide.")
                        + cue(5000, 6000, "ANNA: Ah.\nBEN: Yes.")))
                .extracting(Turn::speaker, Turn::text)
                .containsExactly(
                        tuple(null, "Is it open?"),
                        tuple(null, "No."),
                        tuple("Anna", "Why not?"),
                        tuple("Ben", "The tide."),
                        tuple("Anna", "Ah."),
                        tuple("Ben", "Yes."));
    }

    @Test
    void sounds_are_not_said_but_a_remark_is() throws Unreadable {
        assertThat(turns(cue(1000, 2000, "[MUSIC PLAYING]")
                        + cue(3000, 4000, "♪ la la la ♪ The gate (laughs) opens [upbeat music] at three")
                        + cue(4000, 5000, "(which sounds early to me) in [the] harbour. ♪")))
                .extracting(Turn::text)
                .containsExactly("The gate opens at three (which sounds early to me) in [the] harbour.");
    }

    @Test
    void six_hours_of_captions_are_one_pass() throws Unreadable {
        var talk = new StringBuilder("WEBVTT\n\n");
        IntStream.range(0, 10_800)
                .forEach(at -> talk.append(moment(at * 2000).replace(',', '.'))
                        .append(" --> ")
                        .append(moment(at * 2000 + 1900).replace(',', '.'))
                        .append("\n<v Speaker " + at / 500 % 2 + ">gate " + at + " opens now" + (at % 9 == 0 ? "." : "")
                                + "\n\n"));

        var turns = Transcript.turns(talk.toString(), List.of());
        assertThat(turns).hasSizeBetween(22, 400);
        assertThat(turns.get(turns.size() - 1).endMs()).isEqualTo(21_599_900);
    }

    private static String cue(int from, int to, String text) {
        return moment(from) + " --> " + moment(to) + "\n" + text + "\n\n";
    }

    private static String moment(int ms) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d,%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }

    private static List<Turn> turns(String text) throws Unreadable {
        return Transcript.turns(text, List.of());
    }
}
