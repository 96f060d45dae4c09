package topfive.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import topfive.standalone.AtTerminal;
import topfive.standalone.broker.Ports;

class CommandLineTest {
    @TempDir
    private static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void every_command_says_what_it_is_for(List<String> command) {
        var arguments = new ArrayList<>(command);
        arguments.add("--help");

        assertThat(topfive(arguments.toArray(String[]::new))).isZero();
        assertThat(out.toString()).startsWith("Usage: topfive");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_unknown_command_is_wrong_usage_and_a_near_one_is_offered() {
        assertThat(topfive("tpo")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "topfive: Unmatched argument at index 0: 'tpo'; did you mean top?\n  to do: topfive --help\n");
    }

    @Test
    void a_day_that_is_none_is_wrong_usage_and_the_right_form_is_shown() {
        assertThat(topfive("day", "close", "tomorrow")).isEqualTo(2);
        assertThat(err.toString())
                .contains("DAY")
                .contains("\"tomorrow\" is no day; expected one like 2026-10-14")
                .doesNotContain("java.")
                .endsWith("  to do: topfive day close --help\n");
    }

    @Test
    void a_wrong_setting_ends_with_5_and_two_lines() {
        assertThat(topfive("config", "check", "--set", "zone=Mars")).isEqualTo(5);
        assertThat(err.toString())
                .isEqualTo(
                        "topfive: zone in the flags is \"Mars\"\n  to do: expected a time zone, e.g. UTC or Europe/Berlin\n");
    }

    @Test
    void a_broker_that_does_not_answer_ends_with_4() {
        var nobody = "kafka.bootstrap.servers=127.0.0.1:" + Ports.free();

        assertThat(topfive("top", "--set", nobody)).isEqualTo(4);
        assertThat(err.toString()).startsWith("topfive: no Kafka broker answers at 127.0.0.1:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_service_that_does_not_answer_ends_with_4() {
        assertThat(topfive("health", "--set", "admin.port=" + Ports.free())).isEqualTo(4);
    }

    @Test
    void whoever_only_takes_what_is_pushed_is_not_told_that_something_is_wrong() {
        var data = "data=" + folder.resolve("data");

        assertThat(topfive("doctor", "--set", data, "--set", "broker.port=" + Ports.free()))
                .isZero();
        assertThat(out.toString()).contains("risky no sources: nothing comes in but what is pushed -> topfive sources");
    }

    @Test
    void a_config_file_is_written_once() {
        assertThat(topfive("config", "init", "new.yml")).isZero();
        assertThat(folder.resolve("new.yml")).exists();
        assertThat(topfive("config", "init", "new.yml")).isEqualTo(1);
        assertThat(topfive("config", "check", "--config", "new.yml")).isZero();
        assertThat(topfive("config", "check", "--config", "none.yml")).isEqualTo(5);
    }

    static Stream<List<String>> commands() {
        return below(List.of(), new CommandLine(new Root(null)));
    }

    private static Stream<List<String>> below(List<String> path, CommandLine command) {
        var further = command.getSubcommands().entrySet().stream().flatMap(sub -> {
            var longer = new ArrayList<>(path);
            longer.add(sub.getKey());
            return below(longer, sub.getValue());
        });
        return Stream.concat(Stream.of(path), further);
    }

    private int topfive(String... arguments) {
        return AtTerminal.topfive(folder, out, err, arguments);
    }
}
