package topfive.ingest.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import topfive.ingest.speech.Heard.Failed;
import topfive.ingest.text.Tidy;

/**
 * One run of a program, stopped with all it started when its time is over or it says too much.
 *
 * @param stdout what it said
 * @param trouble empty where it ended well
 */
record Run(byte[] stdout, Optional<Failed> trouble) {
    private static final int LAST_WORDS = 64 * 1024;
    private static final int SHOWN = 300;
    private static final Duration AFTER_THE_END = Duration.ofSeconds(2);

    /** @param most bytes it may say */
    static Run of(List<String> arguments, Path folder, Duration limit, int most) throws InterruptedException {
        var name = arguments.get(0);
        Process process;
        try {
            process = started(arguments, folder);
        } catch (IOException e) {
            return failed("speech-not-started", name + " cannot be started: " + e.getMessage());
        }
        try {
            var out = Drain.of(process.getInputStream(), most, () -> stop(process));
            var errors = Drain.of(process.getErrorStream(), LAST_WORDS, () -> {});
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            stop(process);
            out.await(AFTER_THE_END);
            if (out.isOver()) {
                return failed("speech-too-large", name + " said more than " + most / 1024 + " KiB");
            }
            if (!ended) {
                return failed(
                        "speech-too-slow", name + " took longer than " + limit.toMillis() / 1000.0 + " s: stopped");
            }
            return process.exitValue() == 0
                    ? new Run(out.bytes(), Optional.empty())
                    : failed(
                            "speech-failed",
                            name + " ended with " + process.exitValue() + lastWords(errors.await(AFTER_THE_END)));
        } finally {
            stop(process);
        }
    }

    private static Process started(List<String> arguments, Path folder) throws IOException {
        var builder = new ProcessBuilder(arguments).directory(folder.toFile());
        keepSecrets(builder.environment());
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Our settings are nobody else's. */
    static void keepSecrets(Map<String, String> environment) {
        environment.keySet().removeIf(variable -> variable.startsWith("TOPFIVE_"));
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String lastWords(Drain errors) {
        var lines = new String(errors.bytes(), StandardCharsets.UTF_8).strip().split("\\R");
        var last = Tidy.line(lines[lines.length - 1]);
        return last.isEmpty() ? "" : ": " + last.substring(0, Math.min(SHOWN, last.length()));
    }

    private static Run failed(String reason, String why) {
        return new Run(new byte[0], Optional.of(new Failed(reason, why)));
    }
}
