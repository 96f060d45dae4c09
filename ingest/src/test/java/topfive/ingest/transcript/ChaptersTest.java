package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import topfive.contract.Episode.Chapter;
import topfive.ingest.text.Unreadable;

class ChaptersTest {
    @Test
    void chapters_come_in_the_order_of_time_and_what_is_none_is_left_out() throws Unreadable {
        assertThat(Chapters.of("""
                {"version":"1.2.0","chapters":[{"startTime":61.5,"title":"Gates &\\n weirs"},{"startTime":0,"title":"Intro","img":"https://a.example/i.png"},
                {"startTime":-1,"title":"Before"},{"startTime":NaN,"title":"Never"},{"title":"When?"},{"startTime":70},"no chapter",]}""")).containsExactly(new Chapter(0, "Intro"), new Chapter(61_500, "Gates & weirs"));
        assertThat(Chapters.of("{}")).isEmpty();
    }

    @Test
    void malformed_json_is_named() {
        assertThatThrownBy(() -> Chapters.of("{\"chapters\":[{"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("the chapters are malformed");
    }
}
