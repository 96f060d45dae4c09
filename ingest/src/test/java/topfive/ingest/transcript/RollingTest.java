package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Mark;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Unreadable;

class RollingTest {
    @Test
    void captions_that_repeat_the_line_above_and_time_each_word_are_said_once() throws Unreadable {
        var read = read("""
                WEBVTT
                Kind: captions

                00:00:01.000 --> 00:00:03.500 align:start position:0%
                \s
                so<00:00:01.400><c> the</c><00:00:02.600><c> gate</c>

                00:00:03.500 --> 00:00:03.510 align:start position:0%
                so the gate
                \s

                00:00:03.510 --> 00:00:06.000 align:start position:0%
                so the gate
                opens<00:00:04.000><c> at</c><00:00:05.200><c> three</c>

                00:00:06.000 --> 00:00:06.010 align:start position:0%
                opens at three
                \s

                00:00:06.010 --> 00:00:08.000 align:start position:0%
                opens at three
                and<00:00:06.500><c> nobody</c><00:00:07.800><c> comes</c>
                """);

        assertThat(read.turns())
                .containsExactly(new Turn(
                        null,
                        1000L,
                        8000L,
                        "so the gate opens at three and nobody comes",
                        null,
                        List.of(
                                new Mark(7, 2600),
                                new Mark(18, 4000),
                                new Mark(21, 5200),
                                new Mark(31, 6500),
                                new Mark(38, 7800))));
        assertThat(read.notes()).containsExactly("its captions repeat each other: what is new in each is taken");
    }

    @Test
    void captions_that_grow_word_by_word_are_said_once() throws Unreadable {
        assertThat(text("""
                1
                00:00:01,000 --> 00:00:02,000
                the harbour

                2
                00:00:02,000 --> 00:00:03,000
                the harbour lost nine

                3
                00:00:03,000 --> 00:00:04,000
                the harbour lost nine ships
                """)).isEqualTo("the harbour lost nine ships");
    }

    @Test
    void captions_that_slide_over_the_words_are_said_once() throws Unreadable {
        assertThat(text("""
                WEBVTT

                00:01.000 --> 00:02.000
                the price of a container

                00:02.000 --> 00:03.000
                the price of a container
                has fallen

                00:03.000 --> 00:04.000
                has fallen by a third

                00:04.000 --> 00:05.000
                fallen by a third since the summer
                """)).isEqualTo("the price of a container has fallen by a third since the summer");
    }

    @Test
    void a_sentence_said_twice_stays_twice() throws Unreadable {
        assertThat(text("""
                1
                00:00:01,000 --> 00:00:02,000
                That is not what happened.

                2
                00:00:02,000 --> 00:00:03,000
                That is not what happened.

                3
                00:00:03,000 --> 00:00:04,000
                The gate was closed.
                """)).isEqualTo("That is not what happened. That is not what happened. The gate was closed.");
    }

    private static Transcript read(String text) throws Unreadable {
        return Transcript.read(text, List.of(), List.of());
    }

    private static String text(String text) throws Unreadable {
        return String.join(" ", read(text).turns().stream().map(Turn::text).toList());
    }
}
