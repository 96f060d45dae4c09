package topfive.standalone.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Chapter;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

class ShownTurnsTest {
    private static final String TALK = """
            WEBVTT

            00:04.000 --> 00:07.000
            <v Mara>Welcome to the show.

            01:02:03.000 --> 01:02:05.000
            <v Tobias>The gate is shut\u001B[31m.
            """;

    @Test
    void a_transcript_is_shown_with_times_speakers_and_what_is_marked() throws Unreadable {
        var looked = looked(TALK, "talk.srt");

        assertThat(Shown.transcript(looked.text(true), looked.format()).text()).isEqualTo("""
                WebVTT, und, 2 turns, 2 speakers, to 1:02:05, 0 % advert, 49 % opening and closing
                ! its name says .srt, it is WebVTT: read as that

                0:04  Mara  [intro]
                Welcome to the show.

                1:02:03  Tobias
                The gate is shut[31m.
                """);
    }

    @Test
    void chapters_are_shown_and_what_is_missing_is_said() throws Unreadable {
        var looked = looked("The gate is shut.\n\nWhy?", "talk.txt");
        var reading = looked.text(true);
        var spoken = (Reading.Spoken) reading.body();
        var chaptered = reading.with(new Reading.Spoken(spoken.turns(), List.of(new Chapter(65_000, "Gates")), ""));

        assertThat(Shown.transcript(chaptered, looked.format()).text()).isEqualTo("""
                plain text, und, 2 turns, 0 speakers, 0 % advert, 0 % opening and closing
                ! nobody is named: turns are parted by pauses and paragraphs
                ! no times: quotes cannot link to their second
                # 1:05  Gates

                The gate is shut.

                Why?
                """);
    }

    @Test
    void as_json_it_says_what_it_was_read_as() throws Unreadable {
        var looked = looked(TALK, "talk.vtt");
        var json = Shown.transcript(looked.text(true), looked.format()).json();

        assertThat(json.path("format").asText()).isEqualTo("WebVTT");
        assertThat(json.path("turns").path(0).path("startMs").asLong()).isEqualTo(4000);
        assertThat(json.path("turns").path(0).path("kind").asText()).isEqualTo("intro");
    }

    @Test
    void a_page_without_speakers_says_that_it_is_no_transcript() throws Unreadable {
        var looked =
                looked("<html><body><p>" + "The gate is shut today. ".repeat(20) + "</p></body></html>", "talk.html");

        assertThat(Shown.transcript(looked.text(true), looked.format()).text()).startsWith("! no names that recur");
    }

    private static Looked looked(String text, String place) {
        return new Looked(place, "", "", text.getBytes(StandardCharsets.UTF_8));
    }
}
