package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;

class ByChapterTest {
    private static final List<Turn> TALK = List.of(
            turn(0, 10_000, "We stand at the gate."),
            turn(
                    10_000,
                    30_000,
                    "The gate opens at three. They knit socks from nettles now. Ten winters they last, they say."),
            turn(30_000, 40_000, "Back at the gate it rains."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sponsor",
                "Ad",
                "AD BREAK",
                "Sponsor: Tallow and Pine",
                "This week's sponsor",
                "03. Sponsored News",
                "Brought to you by Tallow",
                "Tallow and Pine (Ad)",
                "Mid-roll"
            })
    void what_is_said_in_a_chapter_titled_as_an_advert_is_one(String title) {
        assertThat(ByChapter.marked(
                        TALK,
                        List.of(new Chapter(0, "Gates"), new Chapter(10_000, title), new Chapter(30_000, "Rain"))))
                .extracting(Turn::kind)
                .containsExactly(Kind.SPEECH, Kind.AD, Kind.SPEECH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The sponsors of the harbour",
                "How ads work",
                "Advertising",
                "Introducing the weir",
                "Credit markets",
                "Opening the gate",
                "Closing thoughts",
                "Rain"
            })
    void a_chapter_about_something_is_speech(String title) {
        assertThat(ByChapter.marked(TALK, List.of(new Chapter(10_000, title), new Chapter(30_000, "Rain"))))
                .isEqualTo(TALK);
    }

    @Test
    void a_turn_is_split_where_the_chapter_begins_in_the_middle_of_it() {
        assertThat(ByChapter.marked(TALK, List.of(new Chapter(15_000, "Sponsor"), new Chapter(30_000, "Rain"))))
                .extracting(Turn::kind, Turn::startMs, Turn::text)
                .containsExactly(
                        tuple(Kind.SPEECH, 0L, "We stand at the gate."),
                        tuple(Kind.SPEECH, 10_000L, "The gate opens at three."),
                        tuple(Kind.AD, 15_494L, "They knit socks from nettles now. Ten winters they last, they say."),
                        tuple(Kind.SPEECH, 30_000L, "Back at the gate it rains."));
    }

    @Test
    void the_last_chapter_goes_on_to_the_end() {
        assertThat(ByChapter.marked(
                        TALK,
                        List.of(new Chapter(0, "Intro"), new Chapter(10_000, "Gates"), new Chapter(30_000, "Credits"))))
                .extracting(Turn::kind)
                .containsExactly(Kind.INTRO, Kind.SPEECH, Kind.INTRO);
    }

    @Test
    void a_chapter_too_long_for_an_advert_is_not_believed_and_without_times_nothing_is_known() {
        assertThat(ByChapter.marked(TALK, List.of(new Chapter(0, "Sponsor"), new Chapter(900_000, "Rain"))))
                .isEqualTo(TALK);
        var untimed = List.of(new Turn("Mara", null, null, "We stand at the gate.", Kind.SPEECH, List.of()));
        assertThat(ByChapter.marked(untimed, List.of(new Chapter(0, "Sponsor"))))
                .isEqualTo(untimed);
    }

    private static Turn turn(long from, long to, String text) {
        return new Turn("Mara", from, to, text, Kind.SPEECH, List.of());
    }
}
