package topfive.chaos.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A fail point that no run asks for proves nothing, and a run that asks for one that is gone finds out only after minutes. */
class PointTest {
    /** {@code FailPoint.at("name")}, and where a condition stands before the name. */
    private static final Pattern CALL = Pattern.compile("\\bat\\((?:Cargo\\.[A-Z]+, )?\"([a-z]+(?:-[a-z]+)+)\"\\)");

    @Test
    void the_list_names_every_fail_point_in_the_products_sources_and_no_other() throws Exception {
        var listed = Point.ALL.stream().map(Point::name).toList();

        assertThat(listed).doesNotHaveDuplicates();
        var inTheSources = inTheSources();
        inTheSources.removeIf(
                name -> name.startsWith("rebuild-")); // no day closes there: RebuildKilledTest dies at these
        assertThat(new TreeSet<>(listed)).isEqualTo(inTheSources);
    }

    @Test
    void a_point_is_asked_for_by_name_and_pass() {
        assertThat(Point.named("final-commit").orElseThrow().flag(2)).isEqualTo("-Dtopfive.fail=final-commit:2");
        assertThat(Point.named("final-comit")).isEmpty();
    }

    private static TreeSet<String> inTheSources() throws IOException {
        var names = new TreeSet<String>();
        for (var module : new String[] {"contract", "ingest", "processor", "dashboard-feed", "standalone"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    var source = Files.readString(file, StandardCharsets.UTF_8);
                    if (source.contains("FailPoint")) {
                        CALL.matcher(source).results().forEach(call -> names.add(call.group(1)));
                    }
                }
            }
        }
        return names;
    }
}
