package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each run is a process of its own: what is tried is that it ends. */
class FailPointTest {
    @Test
    void without_the_property_all_goes_on() throws Exception {
        assertThat(run()).isEqualTo(new Ran(0, "set=false here 1 there 1 here 2 there 2 here 3 there 3 end hook"));
    }

    @Test
    void a_run_ends_where_it_passes_the_point_first_as_a_power_cut_would_end_it() throws Exception {
        assertThat(run("-Dtopfive.fail=there")).isEqualTo(new Ran(137, "set=true here 1"));
    }

    @Test
    void a_number_says_at_which_pass() throws Exception {
        assertThat(run("-Dtopfive.fail=here:3")).isEqualTo(new Ran(137, "set=true here 1 there 1 here 2 there 2"));
    }

    @Test
    void a_pass_that_never_comes_ends_nothing() throws Exception {
        assertThat(run("-Dtopfive.fail=here:4").status()).isZero();
    }

    @Test
    void another_name_ends_nothing_not_even_one_that_begins_alike() throws Exception {
        assertThat(run("-Dtopfive.fail=her").status()).isZero();
        assertThat(run("-Dtopfive.fail=heres").status()).isZero();
    }

    private record Ran(int status, String said) {}

    /** What is tried: two points, three times, then an orderly end with a hook. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook")));
        say("set=" + FailPoint.isSet());
        for (int pass = 1; pass <= 3; pass++) {
            FailPoint.at("here");
            say("here " + pass);
            FailPoint.at("there");
            say("there " + pass);
        }
        say("end");
    }

    private static void say(String words) {
        System.out.print(words + " ");
        System.out.flush();
    }

    private static Ran run(String... properties) throws Exception {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(properties));
        command.addAll(List.of(
                "-cp",
                place(FailPoint.class) + File.pathSeparator + place(FailPointTest.class),
                FailPointTest.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said.strip());
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
