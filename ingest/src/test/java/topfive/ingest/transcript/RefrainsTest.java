package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;

class RefrainsTest {
    private static final String OPENING =
            "Every river has a gate and every gate a keeper. Number 12 of our talks begins at the water. Ready? We walk up to it and ask what it costs.";
    private static final String ADVERT =
            "Tallow and Pine knit socks from nettles that last ten winters. They are warmer than the sheep ever was.";

    @Test
    void what_two_earlier_episodes_began_with_is_no_news() {
        var known = heard(List.of(), episode(OPENING, 1), episode(OPENING, 2));
        var marked = Refrains.of(known).mark(episode(OPENING.replace("12", "13"), 3));

        assertThat(marked.get(0).kind()).isEqualTo(Kind.INTRO);
        assertThat(marked.get(0).text()).isEqualTo(OPENING.replace("12", "13"));
        assertThat(marked.stream().skip(1)).extracting(Turn::kind).containsOnly(Kind.SPEECH);
    }

    @Test
    void one_earlier_episode_is_not_enough_nor_is_one_sentence() {
        assertThat(Refrains.of(heard(List.of(), episode(OPENING, 1))).mark(episode(OPENING, 2)))
                .extracting(Turn::kind)
                .containsOnly(Kind.SPEECH);
        var sentence = "Every river has a gate and every gate a keeper.";
        var known = heard(List.of(), episode(sentence, 1), episode(sentence, 2));
        assertThat(Refrains.of(known).mark(episode(sentence, 3)))
                .extracting(Turn::kind)
                .containsOnly(Kind.SPEECH);
    }

    @Test
    void a_refrain_that_sells_is_an_advert_and_the_rest_of_the_turn_is_kept_with_its_time() {
        var selling = ADVERT + " Use the code WEIR when you go and buy some.";
        var known = heard(List.of(), episode(selling, 1), episode(selling, 2));
        var turn = new Turn(
                "Mara", 0L, 60_000L, selling + " The harbour lost nine ships in a month.", Kind.SPEECH, List.of());
        var turns = new ArrayList<>(episode("", 3));
        turns.add(0, turn);
        var marked = Refrains.of(known).mark(turns);

        assertThat(marked.get(0)).extracting(Turn::kind, Turn::text).containsExactly(Kind.AD, selling);
        assertThat(marked.get(1))
                .extracting(Turn::kind, Turn::text)
                .containsExactly(Kind.SPEECH, "The harbour lost nine ships in a month.");
        assertThat(marked.get(1).startMs()).isBetween(marked.get(0).endMs(), 50_000L);
    }

    @Test
    void what_is_said_in_the_middle_of_an_episode_is_no_refrain() {
        var known = heard(List.of(), episode(OPENING, 1), episode(OPENING, 2));
        var turns = new ArrayList<>(episode("", 3));
        turns.add(turns.size() / 2, turn(OPENING));

        assertThat(Refrains.of(known).mark(turns)).extracting(Turn::kind).containsOnly(Kind.SPEECH);
    }

    @Test
    void the_same_episode_again_is_no_refrain_and_teaches_nothing() {
        var known = heard(List.of(), episode(OPENING, 1));
        var again = Refrains.of(known);

        assertThat(again.mark(episode(OPENING, 1))).isEqualTo(episode(OPENING, 1));
        assertThat(again.mark(episode(OPENING, 1))).isEqualTo(episode(OPENING, 1));
        assertThat(again.learned()).isEqualTo(known);
    }

    @Test
    void at_most_four_hundred_sentences_are_remembered_those_heard_often_longest() {
        var refrains = Refrains.of(List.of("no entry", "1234567 1", "", "zzzzzzzz 1"));
        for (int episode = 0; episode < 30; episode++) {
            refrains.mark(episode(OPENING, episode));
        }

        assertThat(refrains.learned())
                .hasSizeLessThanOrEqualTo(400)
                .allMatch(entry -> entry.matches("[0-9a-f]{8} \\d{1,2}"));
        assertThat(refrains.learned())
                .filteredOn(entry -> entry.endsWith(" 30"))
                .hasSize(3);
        assertThat(Refrains.of(refrains.learned()).learned()).isEqualTo(refrains.learned());
    }

    @SafeVarargs
    private static List<String> heard(List<String> known, List<Turn>... episodes) {
        var refrains = Refrains.of(known);
        for (var episode : episodes) {
            refrains.mark(episode);
        }
        return refrains.learned();
    }

    /** A talk of its own between what it begins with and its end. */
    private static List<Turn> episode(String opening, int number) {
        var turns = IntStream.range(0, 60)
                .mapToObj(at -> turn("Gate " + word(number * 60 + at) + " was shut by the keeper. It was mended by "
                        + word(number * 61 + at) + " men with " + word(at) + " hammers."))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!opening.isEmpty()) {
            turns.add(0, turn(opening));
        }
        return turns;
    }

    /** A number as a word of letters, since digits are all alike to a refrain. */
    private static String word(int number) {
        return Integer.toString(number + 1000, 36).replaceAll("\\d", "x")
                + Integer.toBinaryString(number).replace('0', 'o').replace('1', 'i');
    }

    private static Turn turn(String text) {
        return new Turn("Mara", null, null, text, Kind.SPEECH, List.of());
    }
}
