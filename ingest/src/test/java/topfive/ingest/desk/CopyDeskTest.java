package topfive.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;
import topfive.contract.Limits;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

class CopyDeskTest {
    private static CopyDesk desk;

    @BeforeAll
    static void load() {
        desk = new CopyDesk(Languages.load());
    }

    @Test
    void a_transcript_of_another_format_than_its_name_is_read_and_noted() throws Unreadable {
        var reading = desk.read(copy("WEBVTT\n\n00:01.000 --> 00:02.000\nRents fell.", "show.srt"));

        assertThat(reading.body().texts()).containsExactly("Rents fell.");
        assertThat(reading.notes()).containsExactly("its name says .srt, it is WebVTT: read as that");
    }

    @Test
    void a_plain_text_keeps_every_line_and_marks_what_is_no_prose() throws Unreadable {
        var text = """
                Meta Layoffs: a message

                by Chief Editor

                The restructuring is not an isolated incident, it is a signal.

                The Rise of the Draft
                A caption about nothing

                Q: Why are firms laying off staff?

                A: They are reallocating capital.

                Leave a Comment
                """;

        assertThat(((Reading.Written) desk.read(copy(text, "001.txt")).body()).paragraphs())
                .containsExactly(
                        new Paragraph("Meta Layoffs: a message", Kind.HEADING),
                        new Paragraph("by Chief Editor", Kind.HEADING),
                        new Paragraph("The restructuring is not an isolated incident, it is a signal.", Kind.TEXT),
                        new Paragraph("The Rise of the Draft", Kind.HEADING),
                        new Paragraph("A caption about nothing", Kind.HEADING),
                        new Paragraph("Q: Why are firms laying off staff?", Kind.TEXT),
                        new Paragraph("A: They are reallocating capital.", Kind.TEXT),
                        new Paragraph("Leave a Comment", Kind.HEADING));
    }

    @Test
    void a_text_over_the_limit_is_cut_at_a_sentence_and_says_so() throws Unreadable {
        var sentence = "This sentence stands here again and again until it is enough. ";
        var reading = desk.read(copy(sentence.repeat(Limits.TEXT / sentence.length() + 10), "long.txt"));

        assertThat(reading.truncated()).isTrue();
        assertThat(reading.text()).endsWith("until it is enough.");
        assertThat(reading.text().getBytes(StandardCharsets.UTF_8).length).isBetween(Limits.TEXT - 200, Limits.TEXT);
    }

    @Test
    void what_cannot_be_read_says_why() {
        assertThatThrownBy(() -> desk.read(copy("", "a.html"))).hasMessage("a.html is empty");
        assertThatThrownBy(() -> desk.read(copy("<html><body></body></html>", "a.html")))
                .hasMessage("a.html has no article text in it");
        assertThatThrownBy(() -> desk.read(copy("%PDF-1.7 ...", "a.pdf"))).hasMessageContaining("a.pdf is not text");
        assertThatThrownBy(() -> desk.read(copy("{\"a\":1}", "a.json")))
                .hasMessageContaining("a.json is JSON, but neither");
    }

    @Test
    void the_question_for_cookies_is_no_document() {
        var wall =
                "<html><body><p>We and our partners store cookies on your device. You may withdraw your consent at any time.</p>"
                        + "<button>Accept all</button></body></html>";
        assertThatThrownBy(() -> desk.read(copy(wall, "a.html")))
                .hasMessage("a.html shows the question for cookies instead of an article")
                .extracting(e -> ((Unreadable) e).reason())
                .isEqualTo("cookie-wall");
    }

    @Test
    void what_we_fetch_is_left_alone_where_its_text_is_reserved_and_what_is_brought_to_us_is_vouched_for()
            throws Unreadable {
        var page =
                "<html><head><meta name=tdm-reservation content=1></head><body><p>The lock keepers went back to work.</p></body></html>";
        assertThatThrownBy(() -> desk.read(copy(page, "https://a.example/1").asFetched()))
                .hasMessageStartingWith("https://a.example/1 reserves its text from mining")
                .extracting(e -> ((Unreadable) e).reason())
                .isEqualTo("reserved");
        assertThat(desk.read(copy(page, "a.html")).text()).isEqualTo("The lock keepers went back to work.");
    }

    @Test
    void the_language_is_heard_from_a_long_text_and_believed_for_a_short_one() {
        var german =
                "Seit August kommt kaum noch ein Getreideschiff durch den Kanal. Das Wasser ist knapp, die Plätze werden versteigert, und wer Weizen lädt, "
                        + "kann nicht so viel bieten wie einer, der Gas lädt. Gebaut wird der Stausee nicht.";
        assertThat(desk.languages().of(german, "en")).isEqualTo("de");
        assertThat(desk.languages().of("Kurz.", "de-AT")).isEqualTo("de");
        assertThat(desk.languages().of("Kurz.", "")).isEqualTo("und");
    }

    @Test
    void invisible_characters_are_gone() {
        assertThat(Tidy.line("\u202Eevil\u00AD soft\u200B zero\u00A0 nbsp\u0007"))
                .isEqualTo("evil soft zero nbsp");
        assertThat(Tidy.line("lone \uD800 surrogate")).isEqualTo("lone \uFFFD surrogate");
    }

    private static CopyDesk.Copy copy(String text, String name) {
        return new CopyDesk.Copy(text.getBytes(StandardCharsets.UTF_8), "", "", name, "", List.of(), false);
    }
}
