package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private final Run run = new Run();

    @TempDir
    private Path out;

    @BeforeEach
    void goes_there() {
        run.brief(7, out);
    }

    @Test
    void a_run_where_nothing_was_wrong_ends_with_0_and_leaves_no_folder() throws Exception {
        var folder = new Path[1];

        assertThat(run.play("calm", stage -> folder[0] = stage.folder())).isZero();

        assertThat(folder[0]).doesNotExist();
        assertThat(summary("calm")).contains("\"wrong\" : [ ]");
    }

    @Test
    void a_run_that_is_stuck_ends_with_1_and_leaves_its_summary_and_its_folder() throws Exception {
        var folder = new Path[1];

        assertThat(run.play("stuck", stage -> {
                    folder[0] = stage.folder();
                    throw new TimeoutException("nobody comes");
                }))
                .isEqualTo(1);

        assertThat(summary("stuck")).contains("stuck: nobody comes");
        assertThat(folder[0]).exists();
        Folders.delete(folder[0]);
    }

    @Test
    void what_could_not_be_tried_is_no_success() throws Exception {
        assertThat(run.play("none", stage -> stage.leftOut("no disk"))).isEqualTo(3);
    }

    @Test
    void a_part_that_there_is_not_is_refused() {
        var said = new StringWriter();

        assertThat(Chaos.command().setErr(new PrintWriter(said)).execute("disk", "--parts", "brocker"))
                .isEqualTo(2);

        assertThat(said.toString()).contains("'brocker'").contains("BROKER, ALL, STATE");
    }

    private String summary(String name) throws Exception {
        return Files.readString(out.resolve("short-" + name + "-seed-7.json"));
    }
}
