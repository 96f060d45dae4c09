package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Mark;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Unreadable;

class TranscriptTest {
    @Test
    void cues_are_joined_to_turns_and_keep_their_moments() throws Unreadable {
        var turns = turns("""
                1
                00:00:20,000 --> 00:00:22,000
                ANNA: The grid covers eleven

                2
                00:00:22,500 --> 00:00:25,000
                states, and it is full.

                3
                00:00:26,000 --> 00:00:27,000
                BEN: Is it?

                4
                00:00:28,000 --> 00:00:29,000
                ANNA: It is.

                5
                00:00:30,000 --> 00:00:31,000
                BEN: Oh.
                """);

        assertThat(turns).extracting(Turn::speaker).containsExactly("Anna", "Ben", "Anna", "Ben");
        assertThat(turns.get(0).text()).isEqualTo("The grid covers eleven states, and it is full.");
        assertThat(turns.get(0).startMs()).isEqualTo(20_000);
        assertThat(turns.get(0).marks()).containsExactly(new Mark(23, 22_500));
        assertThat(turns.get(0).at(30)).isEqualTo(22_500);
    }

    @Test
    void the_content_says_what_it_is_not_the_name() {
        assertThat(Transcript.sniff("WEBVTT\n\n00:01.000 --> 00:02.000\nx")).isEqualTo(Transcript.Format.VTT);
        assertThat(Transcript.sniff("1\n00:00:01,000 --> 00:00:02,000\nx")).isEqualTo(Transcript.Format.SRT);
        assertThat(Transcript.sniff("{\"version\":\"1.0.0\",\"segments\":[]}")).isEqualTo(Transcript.Format.JSON);
        assertThat(Transcript.sniff("<html><body><cite>A:</cite>")).isEqualTo(Transcript.Format.HTML);
        assertThat(Transcript.sniff("Anna: Hello.")).isEqualTo(Transcript.Format.TEXT);
    }

    @Test
    void voices_of_webvtt_are_speakers_and_markup_is_not_text() throws Unreadable {
        var turns = turns("""
                WEBVTT

                NOTE corrected by hand

                00:30.000 --> 00:32.000 align:start
                <v Dana Whitlock>So <i>nobody</i> hired
                anyone &amp; nobody noticed.

                00:32.000 --> 00:33.000
                <v Femi>Nobody. [LAUGHTER]
                """);

        assertThat(turns).extracting(Turn::speaker).containsExactly("Dana Whitlock", "Femi");
        assertThat(turns).extracting(Turn::text).containsExactly("So nobody hired anyone & nobody noticed.", "Nobody.");
    }

    @Test
    void rolling_captions_say_each_line_once() throws Unreadable {
        var turns = turns("""
                WEBVTT

                00:01.000 --> 00:03.000
                the price of a container

                00:03.000 --> 00:05.000
                the price of a container
                has fallen by a third

                00:05.000 --> 00:07.000
                has fallen by a third
                since the summer.
                """);

        assertThat(turns)
                .extracting(Turn::text)
                .containsExactly("the price of a container has fallen by a third since the summer.");
    }

    @Test
    void one_word_at_a_time_is_still_a_sentence() throws Unreadable {
        var turns = turns("""
                {"segments":[{"speaker":"A","startTime":10,"endTime":10.2,"body":"Rents"},{"speaker":"A","startTime":10.2,"endTime":10.4,"body":"fell"},
                {"speaker":"A","startTime":11.5,"endTime":11.6,"body":"again"},{"speaker":"A","startTime":11.6,"endTime":11.7,"body":"."}]}
                """);

        assertThat(turns)
                .containsExactly(new Turn(
                        "A", 10_000L, 11_700L, "Rents fell again.", Kind.SPEECH, List.of(new Mark(11, 11_500))));
    }

    @Test
    void html_and_text_transcripts_have_speakers_too() throws Unreadable {
        var html = turns(
                "<cite>Salma:</cite><time>0:20</time><p>What did you do?</p><cite>Ines:</cite><time>0:30</time><p>We switched things off.</p>");
        var text = turns(
                "Salma [00:20]: What did you do?\n\nInes [00:30]: We switched things off.\n\nSalma: And then?\n\nInes: Silence.");

        assertThat(html).extracting(Turn::speaker).containsExactly("Salma", "Ines");
        assertThat(html).extracting(Turn::startMs).containsExactly(20_000L, 30_000L);
        assertThat(text.subList(0, 2))
                .extracting(Turn::text)
                .containsExactly("What did you do?", "We switched things off.");
        assertThat(text.subList(0, 2)).extracting(Turn::startMs).containsExactly(20_000L, 30_000L);
    }

    @Test
    void a_turn_is_split_where_an_advert_begins_and_ends() throws Unreadable {
        var said =
                "Wheat is what loses at an auction of slots. And now a word from our sponsor, Tallow and Pine, who make candles. "
                        + "Head over to tallowandpine dot com and enter SHALLOW for free shipping. Grain ships are nine percent of the traffic now.";
        var turns = turns("Dana: It has not rained since March in the hills.\n\nFemi: Right.\n\nDana: " + said
                + "\n\nFemi: Right.");

        assertThat(turns.subList(2, 5)).extracting(Turn::kind).containsExactly(Kind.SPEECH, Kind.AD, Kind.SPEECH);
        assertThat(turns.get(2).text()).isEqualTo("Wheat is what loses at an auction of slots.");
        assertThat(turns.get(4).text()).isEqualTo("Grain ships are nine percent of the traffic now.");
        assertThat(turns.get(4).speaker()).isEqualTo("Dana");
    }

    @Test
    void what_every_episode_says_is_marked() throws Unreadable {
        var turns = turns(
                "Ann: Welcome back to the show.\n\nBo: Rents fell by 7 percent in Tamarack.\n\nAnn: That much?\n\nBo: Thanks for listening, and see you next week.");

        assertThat(turns).extracting(Turn::kind).containsExactly(Kind.INTRO, Kind.SPEECH, Kind.SPEECH, Kind.INTRO);
    }

    @Test
    void an_announced_advert_goes_on_until_the_break_that_the_transcript_notes() throws Unreadable {
        var turns = turns(
                "Dana: It is now time for some sponsored news!\n\nWarm feet\n\nTallow and Pine knit socks from nettles.\n\n"
                        + "They last ten winters.\n\nBreak: [12:01]\n\nDana: Grain ships are nine percent of the traffic now.\n\nBreak: [20:00]\n\nDana: Right.");

        assertThat(turns).extracting(Turn::kind).containsExactly(Kind.AD, Kind.AD, Kind.AD, Kind.SPEECH, Kind.SPEECH);
        assertThat(turns).extracting(Turn::speaker).containsOnly("Dana");
    }

    @Test
    void without_a_break_an_announced_advert_ends_at_the_heading_of_the_next_story() throws Unreadable {
        var turns = turns(
                "Dana: And it is time for sponsored news!\n\nWarm feet\n\nTallow and Pine knit socks from nettles.\n\nGrain ships turn back\n\n"
                        + "Grain ships are nine percent of the traffic now.\n\nDana: Right.");

        assertThat(turns).extracting(Turn::kind).containsExactly(Kind.AD, Kind.AD, Kind.AD, Kind.SPEECH, Kind.SPEECH);
    }

    @Test
    void what_is_said_under_the_label_of_an_advert_is_one() throws Unreadable {
        var turns = turns(
                "Ann: Rents fell by 7 percent.\n\nSponsor: Tallow and Pine knit socks from nettles.\n\nAnn: Rents rose again.\n\n"
                        + "Sponsor: They last ten winters.\n\nAnn: And that is odd.");

        assertThat(turns)
                .extracting(Turn::kind)
                .containsExactly(Kind.SPEECH, Kind.AD, Kind.SPEECH, Kind.AD, Kind.SPEECH);
    }

    @Test
    void the_welcome_ends_where_nobody_is_introduced_any_more() throws Unreadable {
        var turns = turns(
                "Ann: Welcome to Lock and Weir. This is the podcast about rivers. With me is my co-host, Bo Lind. How are you doing, Bo?\n\n"
                        + talk());

        assertThat(turns.get(0).kind()).isEqualTo(Kind.INTRO);
        assertThat(turns.get(0).text()).endsWith("How are you doing, Bo?");
        assertThat(turns.subList(1, turns.size())).extracting(Turn::kind).containsOnly(Kind.SPEECH);
    }

    @Test
    void after_the_goodbye_there_is_nothing_but_goodbyes() throws Unreadable {
        var turns = turns(
                talk()
                        + "\n\nAnn: That's the news for this week. On Friday a lock keeper tells how a weir is mended.\n\nBo: The nettle socks are on sale.");

        int goodbye = turns.size() - 2;
        assertThat(turns.subList(0, goodbye)).extracting(Turn::kind).containsOnly(Kind.SPEECH);
        assertThat(turns.subList(goodbye, turns.size())).extracting(Turn::kind).containsOnly(Kind.INTRO);
    }

    @Test
    void who_is_afraid_of_bears_is_not_introducing_himself() throws Unreadable {
        assertThat(turns("Ann: I'm afraid of the weir in spring.\n\n" + talk()))
                .extracting(Turn::kind)
                .containsOnly(Kind.SPEECH);
    }

    @Test
    void questions_and_answers_of_an_article_are_no_conversation() {
        assertThat(Transcript.isConversation("Q: Why?\n\nA: Because.\n\nQ: How?\n\nA: So.\n\nQ: When?\n\nA: Now."))
                .isFalse();
        assertThat(Transcript.isConversation("Ann: Why?\n\nBo: Because.\n\nAnn: How?\n\nBo: So."))
                .isTrue();
    }

    private static String talk() {
        return "Ann: The weir at Corran was mended in June.\n\nBo: Boats turn back above it.\n\n".repeat(6)
                + "Ann: Grain goes by road now.";
    }

    private static List<Turn> turns(String text) throws Unreadable {
        return Transcript.turns(text, List.of());
    }
}
