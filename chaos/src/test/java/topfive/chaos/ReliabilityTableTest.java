package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/reliability.md names tests and scenarios: they exist. */
class ReliabilityTableTest {
    private static final Path ROOT = Path.of(System.getProperty("topfive.root", ".."));

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        var named = named("`(\\w+Test)#(\\w+)`");

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .allSatisfy(test -> assertThat(source(test.group(1)))
                        .as(test.group())
                        .containsPattern("void " + test.group(2) + "\\("));
    }

    @Test
    void every_scenario_that_it_names_can_be_run() throws IOException {
        var scenarios = new CommandLine(new Chaos()).getSubcommands().keySet();
        var named = Stream.concat(
                        named("build/chaos (\\w+)").stream(),
                        named("[|,:] `([a-z]+)(?: --[^`]*)?`(?=[, |;(])").stream())
                .map(each -> each.group(1))
                .distinct()
                .toList();

        assertThat(named).contains("kills", "points", "takeover");
        assertThat(scenarios).containsAll(named);
    }

    private static List<MatchResult> named(String what) throws IOException {
        var page = Files.readString(ROOT.resolve("docs/reliability.md"), StandardCharsets.UTF_8);
        return Pattern.compile(what).matcher(page).results().toList();
    }

    private static String source(String test) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .map(ReliabilityTableTest::read)
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
