package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Unreadable;

class LabelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna: Why?",
                "**Anna:** Why?",
                "**Anna**: Why?",
                "*Anna:* Why?",
                "ANNA: Why?",
                "Anna (0:12): Why?",
                "Anna [00:12]: Why?",
                "**Anna** (00:00:12): Why?",
                "[0:12] Anna: Why?",
                "(0:12) **Anna:** Why?",
                "00:12 Anna: Why?",
                "00:00:12.000 - Anna: Why?",
                "Anna: [0:12] Why?",
                "[Anna]: Why?",
                "ANNA, HOST: Why?",
                "Anna (host): Why?",
                ">> Anna: Why?",
                "Anna  0:12\nWhy?",
                "Anna (0:12)\nWhy?",
                "**Anna** 0:12\nWhy?",
                "[0:12]\nAnna: Why?",
                "**Anna:** \\[0:12\\] Why?"
            })
    void a_name_before_what_is_said_is_who_says_it(String form) throws Unreadable {
        var talk = String.join(
                "\n\n",
                form,
                form.replace("Why", "How").replaceAll("(?i)anna", "Ben"),
                form,
                form.replaceAll("(?i)anna", "Ben"));
        var turns = turns(talk);

        assertThat(turns).extracting(Turn::speaker).containsExactly("Anna", "Ben", "Anna", "Ben");
        assertThat(turns).extracting(Turn::text).containsExactly("Why?", "How?", "Why?", "Why?");
        assertThat(turns).extracting(Turn::startMs).containsOnly(form.contains(":12") ? 12_000L : null);
    }

    @Test
    void numbered_speakers_are_believed_at_once() throws Unreadable {
        assertThat(turns("SPEAKER_00: Is it open?\n\nSPEAKER_01: No.\n\nSpeaker 3: Why?"))
                .extracting(Turn::speaker)
                .containsExactly("SPEAKER_00", "SPEAKER_01", "Speaker 3");
    }

    @Test
    void who_speaks_once_among_others_is_believed() throws Unreadable {
        assertThat(turns("Anna: Ben runs the gate.\n\nBen: I do.\n\nAnna: Thank you."))
                .extracting(Turn::speaker)
                .containsExactly("Anna", "Ben", "Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question: who pays?",
                "Note: it rained.",
                "Step 2: close the gate.",
                "Spoiler: it is shut.",
                "On Friday: the tide.",
                "Chapter 3: it rained.",
                "3:15 is when it opens.",
                "At 3:15 it opens.",
                "Warning: it is shut, and a warning is due."
            })
    void what_only_looks_like_a_name_is_said(String said) throws Unreadable {
        assertThat(turns(
                        "Anna: The gate is shut.\n\nBen: Yes.\n\n" + said + "\n\nAnna: It is.\n\nBen: Yes.\n\n" + said))
                .extracting(Turn::speaker, Turn::text, Turn::startMs)
                .contains(tuple("Ben", "Yes. " + said, null));
    }

    @Test
    void whom_the_feed_names_is_believed_at_once() throws Unreadable {
        var talk = "Mara: Is it open?\nThe keeper shook his head.\nHe was tired.";

        assertThat(Transcript.turns(talk, List.of("Mara Quill")).get(0).speaker())
                .isEqualTo("Mara");
        assertThat(turns(talk).get(0).speaker()).isNull();
    }

    @Test
    void where_names_are_bold_a_plain_word_with_a_colon_is_said() throws Unreadable {
        assertThat(
                        turns(
                                "**Anna:** Look.\n\n**Ben:** Where?\n\n**Anna:** There.\n\nVersion Two: a gate.\n\nVersion Two: a weir.\n\n**Ben:** Ah."))
                .extracting(Turn::speaker)
                .containsExactly("Anna", "Ben", "Anna", "Ben");
    }

    @Test
    void front_matter_headings_and_rules_are_not_said() throws Unreadable {
        assertThat(
                        turns(
                                "---\ntitle: The gate\n---\n# The gate\n\nRecorded in May\n\nAnna: It opens.\n\n---\n\nBen: When?\n\nAnna: At three.\n\nBen: Ah."))
                .extracting(Turn::text)
                .containsExactly("It opens.", "When?", "At three.", "Ah.");
    }

    @Test
    void a_time_within_a_paragraph_is_when_the_rest_is_said() throws Unreadable {
        var turn = turns(
                        "Anna: It opens. \\[04:14.25\\] Then it [closes](https://gate.example).\n\nBen: Ah.\n\nAnna: Yes.\n\nBen: Ah.")
                .get(0);

        assertThat(turn.text()).isEqualTo("It opens. Then it closes.");
        assertThat(turn.at(turn.text().indexOf("Then"))).isEqualTo(254_250);
    }

    @Test
    void real_pages_name_speakers_in_many_ways() throws Unreadable {
        for (var page : Arrays.asList(
                "<p><cite>Anna:</cite> <time>0:12</time> Why?</p><p><cite>Ben:</cite> <time>0:13</time> So.</p>",
                "<dl><dt>Anna</dt><dd><time datetime=\"PT12S\">12</time>Why?</dd><dt>Ben</dt><dd><time>13s</time>So.</dd></dl>",
                "<div><span class=\"speaker\">Anna</span><span class=\"ts\">00:12</span><p>Why?</p></div><div><span class=\"speaker\">Ben</span><a href=\"#t13\">[0:13]</a><p>So.</p></div>",
                "<p><time>0:12</time><cite>Anna</cite></p><p>Why?</p><p><time>0:13</time><cite>Ben</cite></p><p>So.</p>",
                "<nav>Home</nav><b>Anna:</b> [0:12] Why?<br><b>Ben:</b> [0:13] So.<br><b>Anna:</b><br><b>Ben:</b><footer>Imprint</footer>")) {
            assertThat(turns(page))
                    .as(page)
                    .extracting(Turn::speaker, Turn::startMs, Turn::text)
                    .containsExactly(tuple("Anna", 12_000L, "Why?"), tuple("Ben", 13_000L, "So."));
        }
    }

    @Test
    void a_book_or_an_hour_within_a_sentence_is_said() throws Unreadable {
        var page =
                "<cite>Anna:</cite><p>I read <cite>The Weir</cite> at <time>3:15</time> in the <b>morning</b>.</p><cite>Ben:</cite><p>Why?</p>";

        assertThat(turns(page))
                .extracting(Turn::speaker, Turn::text)
                .containsExactly(tuple("Anna", "I read The Weir at 3:15 in the morning."), tuple("Ben", "Why?"));
    }

    private static List<Turn> turns(String text) throws Unreadable {
        return Transcript.turns(text, List.of());
    }
}
