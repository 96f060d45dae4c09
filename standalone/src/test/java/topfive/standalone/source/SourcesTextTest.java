package topfive.standalone.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.standalone.Refusal;

class SourcesTextTest {
    private static final String ENTRY = "{id: new, url: x}";

    @ParameterizedTest
    @MethodSource("added")
    void an_entry_is_put_where_the_list_ends_and_all_else_stays(String before, String after) {
        assertThat(SourcesText.of(before).with(List.of(ENTRY))).isEqualTo(after);
    }

    static Stream<Arguments> added() {
        return Stream.of(
                Arguments.of("", "sources:\n  - {id: new, url: x}\n"),
                Arguments.of("# mine\nzone: UTC", "# mine\nzone: UTC\nsources:\n  - {id: new, url: x}\n"),
                Arguments.of(
                        "sources: []  # none\nzone: UTC\n", "sources:  # none\n  - {id: new, url: x}\nzone: UTC\n"),
                Arguments.of("sources:\nzone: UTC\n", "sources:\n  - {id: new, url: x}\nzone: UTC\n"),
                Arguments.of("sources: [{id: a, url: b}]\n", "sources: [{id: a, url: b}, {id: new, url: x}]\n"),
                Arguments.of(
                        "sources: [\n  {id: a, url: b}, # one\n]\nzone: UTC\n",
                        "sources: [\n  {id: a, url: b},\n  {id: new, url: x}, # one\n]\nzone: UTC\n"),
                Arguments.of(
                        "sources:\n  # the first\n  - id: a   # an id\n    url: b # where\n\n# then\nzone: UTC\n",
                        "sources:\n  # the first\n  - id: a   # an id\n    url: b # where\n  - {id: new, url: x}\n\n# then\nzone: UTC\n"),
                Arguments.of("sources:\n- {id: a, url: b}", "sources:\n- {id: a, url: b}\n- {id: new, url: x}\n"),
                Arguments.of(
                        "name: \"\uD83D\uDEA2\uD83D\uDEA2\"\r\nsources:\r\n    - {id: a, url: b}\r\nzone: UTC\r\n",
                        "name: \"\uD83D\uDEA2\uD83D\uDEA2\"\r\nsources:\r\n    - {id: a, url: b}\r\n    - {id: new, url: x}\r\nzone: UTC\r\n"));
    }

    @ParameterizedTest
    @MethodSource("removed")
    void an_entry_is_taken_out_with_its_lines_and_all_else_stays(String before, String after) {
        assertThat(SourcesText.of(before).without("b")).isEqualTo(after);
    }

    static Stream<Arguments> removed() {
        return Stream.of(
                Arguments.of(
                        "sources:\n  - {id: a, url: x}\n  # about b\n  - {id: b, url: y} # gone\n  - {id: c, url: z}\n",
                        "sources:\n  - {id: a, url: x}\n  # about b\n  - {id: c, url: z}\n"),
                Arguments.of("sources:\n  - id: b\n    url: y\nzone: UTC\n", "sources: []\nzone: UTC\n"),
                Arguments.of(
                        "sources:\n  - id: a\n    url: x\n  -\n    url: y\n    id: b",
                        "sources:\n  - id: a\n    url: x\n"),
                Arguments.of("sources: [{id: b, url: y}]\n", "sources: []\n"),
                Arguments.of("sources: [{id: b, url: y}, {id: c, url: z}]\n", "sources: [{id: c, url: z}]\n"),
                Arguments.of("sources: [{id: a, url: x}, {id: b, url: y}]\n", "sources: [{id: a, url: x}]\n"));
    }

    @ParameterizedTest
    @MethodSource("muted")
    void a_key_of_an_entry_is_set_in_its_own_style(String before, String after) {
        assertThat(SourcesText.of(before).setting("b", "muted", "true")).isEqualTo(after);
    }

    static Stream<Arguments> muted() {
        return Stream.of(
                Arguments.of("sources: [{id: b, url: y}]\n", "sources: [{id: b, url: y, muted: true}]\n"),
                Arguments.of("sources: [{id: b, muted: false, url: y}]\n", "sources: [{id: b, muted: true, url: y}]\n"),
                Arguments.of(
                        "sources:\n  - id: b # this\n    url: y # there\nzone: UTC\n",
                        "sources:\n  - id: b # this\n    url: y # there\n    muted: true\nzone: UTC\n"),
                Arguments.of(
                        "sources:\n  - id: b\n    url: \"y\"",
                        "sources:\n  - id: b\n    url: \"y\"\n    muted: true\n"));
    }

    @Test
    void what_is_not_there_and_what_is_no_list_of_settings_is_said() {
        assertThatThrownBy(() -> SourcesText.of("sources: []\n").without("b"))
                .hasMessageContaining("there is no source b");
        assertThatThrownBy(() -> SourcesText.of("[a, b]")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> SourcesText.of("a: [")).isInstanceOf(Refusal.class);
    }
}
