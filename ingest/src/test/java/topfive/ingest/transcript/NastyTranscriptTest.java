package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Episode.Turn;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/** What servers and programs really send as transcripts. */
class NastyTranscriptTest {
    private static CopyDesk desk;

    @BeforeAll
    static void load() {
        desk = new CopyDesk(Languages.load());
    }

    @Test
    void a_hundred_thousand_segments_of_a_word_are_one_talk() throws Unreadable {
        var json = new StringBuilder("{\"segments\":[");
        for (int at = 0; at < 100_000; at++) {
            json.append(at == 0 ? "" : ",")
                    .append("{\"startTime\":" + at / 5.0 + ",\"endTime\":" + (at / 5.0 + 0.2) + ",\"body\":\"gate"
                            + (at % 12 == 0 ? "." : "") + "\"}");
        }
        var turns = turns(json + "]}");

        assertThat(turns).hasSizeBetween(200, 1000).allMatch(turn -> turn.text().length() < 3001);
        assertThat(turns.get(turns.size() - 1).endMs()).isEqualTo(20_000_000);
        assertThat(turns.stream()
                        .mapToInt(turn -> turn.text().split(" ").length)
                        .sum())
                .isEqualTo(100_000);
    }

    @Test
    void times_that_are_none_are_not_known() throws Unreadable {
        var turns = turns("""
                {"segments":[{"speaker":"A","startTime":NaN,"endTime":-3,"body":"It is shut."},{"speaker":"B","startTime":-1,"body":"Why?"},
                {"speaker":"A","startTime":"soon","endTime":null,"body":"The tide."},{"speaker":"B","startTime":1e300,"endTime":Infinity,"body":"Ah."},
                {"speaker":"A","startTime":"0:12.5","endTime":13,"body":"Yes."},{"speaker":null,"startTime":20,"endTime":19,"body":"So."}]}""");

        assertThat(turns).extracting(Turn::startMs).containsExactly(null, null, null, null, 12_500L);
        assertThat(turns.get(4).text()).isEqualTo("Yes. So.");
        assertThat(turns.get(4).endMs()).isEqualTo(13_000L);
    }

    @Test
    void what_speech_to_text_programs_write_is_read() throws Unreadable {
        assertThat(
                        turns(
                                "{\"text\":\"all\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":2.5,\"text\":\" The gate is shut.\",\"words\":[{\"word\":\"The\"}]}]}"))
                .containsExactly(new Turn(null, 0L, 2500L, "The gate is shut.", null, List.of()));
        assertThat(turns("[{\"start\":0.0,\"end\":2.5,\"text\":\"The gate is shut.\"}]"))
                .extracting(Turn::text)
                .containsExactly("The gate is shut.");
    }

    @Test
    void subtitle_files_are_read_however_they_are_broken() throws Unreadable {
        var srt =
                "\uFEFF1\r00:00:01,5 --> 00:00:02,50\r{\\an8}<font color=\"#fff\">The <b>gate</b></font> costs < 5 &amp; opens\r"
                        + "1\r0:3 -->0:04\rat 3\u0000\r\r00:00:05.000-->00:00:06.000\r\r\r7\r100:00:00,000 --> 100:00:01,000\rsharp.\r42\rships";
        var turn = turns(srt).get(0);

        assertThat(turn.text()).startsWith("The gate costs < 5 & opens at 3");
        assertThat(turn.startMs()).isEqualTo(1500);
        assertThat(String.join(" ", turns(srt).stream().map(Turn::text).toList()))
                .endsWith("sharp. 42 ships");
        assertThat(turns(srt).get(turns(srt).size() - 1).endMs()).isEqualTo(360_001_000);
    }

    @Test
    void what_only_calls_itself_webvtt_is_read_the_forgiving_way_and_said_so() throws Unreadable {
        var read = Transcript.read(
                "WEBVTT\n\nNOTE 00:00 is the start\n\n1\n00:00:01,000 --> 00:00:02,000\nThe gate\n\n2\n00:00:02,000 --> 00:00:03,000\nis shut.",
                List.of(),
                List.of());

        assertThat(read.turns()).extracting(Turn::text).containsExactly("The gate is shut.");
        assertThat(read.notes()).containsExactly("it is no proper WebVTT: 0 captions are, 2 could be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "WEBVTT",
                "WEBVTT\n\n00:01.000 --> 00:02.000\n[MUSIC]\n",
                "{\"segments\":[]}",
                "{\"segments\":[{\"body\":\"\"}]}",
                "1\n00:00:01,000 --> 00:00:02,000\n",
                "<html><body></body></html>"
            })
    void a_transcript_without_words_says_so(String text) {
        assertThatThrownBy(() -> turns(text))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("no-text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"segments\":[{\"body\":\"It is", "{\"segments\": [}", "{\"segments\":[[[[["})
    void malformed_json_is_named(String text) {
        assertThatThrownBy(() -> turns(text))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("not-json"));
    }

    @Test
    void nothing_deep_long_or_odd_breaks_a_reader() throws Unreadable {
        for (var text : List.of(
                "<div>".repeat(50_000) + "<cite>Anna:</cite><p>The gate is shut.</p>",
                "<p>The gate is shut.</p>" + "<span class=\"speaker\">".repeat(20_000) + "Anna",
                "<p>The gate is shut.</p>" + "<time>".repeat(20_000),
                "The gate is shut." + ">".repeat(200_000),
                "The gate is shut. " + "[".repeat(100_000) + "](" + "(".repeat(100_000),
                "The gate is shut. " + "*".repeat(200_000),
                "A".repeat(200_000) + ": The gate is shut.",
                "Anna Anna ".repeat(20_000) + ": The gate is shut.",
                "The gate is shut. " + "♪".repeat(100_001),
                "The gate is shut. " + ") ".repeat(100_000),
                "WEBVTT\n\n00:01.000 --> 00:02.000\nThe gate is shut. " + "<".repeat(100_000),
                "WEBVTT\n\n00:01.000 --> 00:02.000\nThe gate is shut. " + "<v A>".repeat(50_000) + "&".repeat(50_000),
                "WEBVTT\n\n00:01.000 --> 00:02.000\nThe gate is shut. " + "- >> ".repeat(50_000),
                "WEBVTT\n\n00:01.000 --> 00:02.000\nThe gate is shut.\n" + "-->\n".repeat(100_000),
                "1\n00:00:01,000 --> 00:00:02,000\nThe gate is shut.\n" + "00:".repeat(100_000) + "-->",
                "1\n00:00:01,000 --> 00:00:02,000\nThe gate is shut. \uD83D \uDE00\u202E\u0000",
                "{\"segments\":[{\"startTime\":1,\"body\":\"The gate is shut.\"}," + "{},".repeat(100_000) + "{}]}")) {
            assertThat(String.join(" ", turns(text).stream().map(Turn::text).toList()))
                    .as("%.50s", text)
                    .contains("The gate is shut.");
        }
    }

    @Test
    void an_error_page_for_a_transcript_is_no_transcript() throws Unreadable {
        var page =
                "<!doctype html><html><head><title>Not found</title></head><body><h1>Not found</h1><p>The page you asked for is not here: Error: 404.</p></body></html>";

        assertThat(desk.read(copy(page)).body()).isInstanceOf(Reading.Written.class);
    }

    @Test
    void a_transcript_in_another_language_says_which() throws Unreadable {
        var srt =
                "1\n00:00:01,000 --> 00:00:09,000\nDie Schleuse bleibt an diesem Morgen geschlossen, weil das Wasser im Hafen noch nicht hoch genug steht. "
                        + "Die Schiffe warten seit gestern Abend vor dem Tor, und niemand weiß genau, wann sie weiterfahren dürfen. Der Wärter sagt, es liege am Wind.";

        assertThat(desk.read(copy(srt)).language()).isEqualTo("de");
    }

    private static CopyDesk.Copy copy(String text) {
        return new CopyDesk.Copy(text.getBytes(StandardCharsets.UTF_8), "", "", "transcript", "en", List.of(), true);
    }

    private static List<Turn> turns(String text) throws Unreadable {
        return Transcript.turns(text, List.of());
    }
}
