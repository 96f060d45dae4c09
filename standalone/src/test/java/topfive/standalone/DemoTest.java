package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Edition;
import topfive.contract.Json;

class DemoTest {
    private static final Pattern CONNECT = Pattern.compile("connect\\(\\d+, \\{sa_family=AF_INET6?,.*");
    private static final Pattern LOOPBACK = Pattern.compile(".*(\"127\\.[0-9.]+\"|\"::1\"|\"::ffff:127\\.[0-9.]+\").*");

    @TempDir
    private Path folder;

    @Test
    void once_prints_exactly_the_final_edition_and_the_same_bytes_again() throws Exception {
        var first = once(List.of());
        var second = once(List.of());

        assertThat(second).isEqualTo(first);
        var edition = Json.read(first, Edition.class);
        assertThat(edition.status()).isEqualTo(Edition.Status.FINAL);
        assertThat(edition.insights()).hasSize(5);
    }

    @Test
    void nothing_connects_anywhere_but_to_this_machine() throws Exception {
        var trace = folder.resolve("trace");
        assumeTrue(traces(trace), "no strace that may trace on this machine");

        once(List.of("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect", "-o", trace.toString()));

        var connections = Files.readAllLines(trace).stream()
                .map(CONNECT::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
        assertThat(connections)
                .isNotEmpty()
                .allMatch(line -> LOOPBACK.matcher(line).matches());
    }

    private String once(List<String> before) throws IOException, InterruptedException {
        try (var process = OwnProcess.start(folder, before, Topfive.class, "demo", "--once")) {
            assertThat(process.end(240)).as(process.talked()).isZero();
            return process.said();
        }
    }

    private static boolean traces(Path into) throws InterruptedException {
        try {
            var probe = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-qq",
                            "--seccomp-bpf",
                            "-e",
                            "trace=connect",
                            "-o",
                            into.toString(),
                            "true")
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
