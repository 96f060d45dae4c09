package topfive.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.processor.merge.Rules;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;

class RulesFileTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_file_does_not_name_stays_as_it_is_built_in() throws IOException {
        var rules = read("same-idea: 0.7");

        assertThat(rules.sameIdea()).isEqualTo(0.7);
        assertThat(rules.sameStory()).isEqualTo(Rules.CURRENT.sameStory());
        assertThat(rules.weights()).isEqualTo(Rules.CURRENT.weights());
    }

    @Test
    void rules_are_known_by_what_they_say_and_not_by_how_it_is_written() throws IOException {
        var version = read("same-idea: 0.7\nfloor: 500\n").version();

        assertThat(version).matches("\\Q" + Rules.CURRENT.version() + "\\E\\+[0-9a-f]{8}");
        assertThat(read("# stricter\n{\"floor\": 500, \"same-idea\": 0.70}").version())
                .isEqualTo(version);
        assertThat(read("same-idea: 0.71\nfloor: 500\n").version()).isNotEqualTo(version);
    }

    @Test
    void a_file_that_changes_nothing_is_the_rules_that_are_built_in() throws IOException {
        assertThat(read("")).isEqualTo(Rules.CURRENT);
        assertThat(read("floor: " + Rules.CURRENT.floor())).isEqualTo(Rules.CURRENT);
    }

    @Test
    void every_rule_can_be_set_by_the_name_under_which_it_is_shown() throws IOException {
        var all = new StringBuilder();
        EveryRule.BUILT_IN.forEach((name, value) ->
                all.append('"').append(name).append("\": ").append(value).append('\n'));

        assertThat(EveryRule.BUILT_IN).containsKeys("same-idea", "floor", "weights.coverage");
        assertThat(read(all.toString().replaceAll("\"weights\\.[^\n]*\n", ""))).isEqualTo(Rules.CURRENT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "same-ida: 0.7 | unknown rule same-ida in FILE line 1 | did you mean same-idea?",
                "weights: {coverag: 1} | unknown rule weights.coverag in FILE line 1 | did you mean weights.coverage?",
                "same-idea: 1.2 | same-idea in FILE line 1 is \"1.2\" | expected a number from 0 to 1",
                "same-idea: NaN | same-idea in FILE line 1 is \"NaN\" | expected a number from 0 to 1",
                "floor: high | floor in FILE line 1 is \"high\" | expected a whole number from 0 to 1000",
                "weights: {insight: 400} | weights in FILE add up to 1250 | expected 1000 together",
                "'{floor: 1, floor: 2}' | floor stands twice in FILE line 1 | remove one of them",
                "version: mine | unknown rule version in FILE line 1 | did you mean floor?",
                "'[a, b]' | FILE line 1 is no list of rules | each line is key: value, e.g. same-idea: 0.7",
                "'same-idea: \"' | FILE line 1 is not YAML: found unexpected end of stream | each line is key: value, e.g. same-idea: 0.7"
            })
    void a_slip_is_refused_with_its_place_and_what_may_stand_there(String text, String what, String remedy) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.getMessage()).isEqualTo(what.replace("FILE", file().toString()));
            assertThat(refusal.remedy()).isEqualTo(remedy);
            assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION);
        });
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> RulesFile.read(folder.resolve("none.yml")))
                .hasMessage("cannot read the rules " + folder.resolve("none.yml") + ": no such file");
    }

    @Test
    void settings_name_the_rules_from_their_own_folder_and_show_what_is_in_force() throws IOException {
        Files.writeString(file(), "same-idea: 0.7\n");
        var settings = Files.writeString(folder.resolve("topfive.yml"), "rules: rules.yml\n");
        var layers = Layers.of(Optional.of(settings), Map.of(), Map.of());
        var elsewhere = folder.resolve("elsewhere");

        var rules = new ReadConfiguration(layers, elsewhere, elsewhere).read().rules();

        assertThat(rules.sameIdea()).isEqualTo(0.7);
        assertThat(ShowConfiguration.lines(rules))
                .contains(
                        "rules.version: " + rules.version(),
                        "rules.same-idea: 0.7  # not " + Rules.CURRENT.sameIdea() + " as built in",
                        "rules.floor: " + Rules.CURRENT.floor() + "  # as built in");
    }

    private Rules read(String text) throws IOException {
        return RulesFile.read(Files.writeString(file(), text));
    }

    private Path file() {
        return folder.resolve("rules.yml");
    }
}
