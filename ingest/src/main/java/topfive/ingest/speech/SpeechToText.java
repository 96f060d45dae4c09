package topfive.ingest.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import topfive.contract.Limits;

/**
 * Runs the configured program on a recording and reads the transcript that it leaves: in the file {@code {out}} or one whose name begins so
 * ({@code {out}.vtt}), else on its standard output. The program is started as it is, without a shell, in a folder of its own that is removed
 * afterwards, with the environment of this process but for its settings (TOPFIVE_*).
 *
 * @param command program and arguments, {@code {audio}} and {@code {out}} stand for the two files; empty: off
 * @param limit how long one recording may take
 */
public record SpeechToText(List<String> command, Duration limit) {
    /** As much as a fetched transcript may hold, in bytes. */
    private static final int MOST = Limits.PAGE;

    private static final String OUT = "transcript";
    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(30);

    public SpeechToText {
        command = List.copyOf(command);
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("speech.timeout " + limit + "; expected more than nothing, e.g. 30m");
        }
        if (!command.isEmpty() && command.stream().noneMatch(part -> part.contains("{audio}"))) {
            throw new IllegalArgumentException(
                    "speech.command " + command + " does not say {audio}, where the recording's file belongs");
        }
    }

    public static SpeechToText off() {
        return new SpeechToText(List.of(), DEFAULT_LIMIT);
    }

    public boolean isOn() {
        return !command.isEmpty();
    }

    /**
     * Takes as long as the limit; to be called where nothing waits for it.
     *
     * @throws InterruptedException after the program was stopped
     */
    public Heard listen(String audioUrl, Heard.Download download) throws InterruptedException {
        if (!isOn()) {
            return new Heard.Off();
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("topfive-speech");
            return listen(audioUrl, download, folder);
        } catch (IOException e) {
            return new Heard.Failed("speech-failed", "no folder for " + audioUrl + ": " + e.getMessage());
        } finally {
            remove(folder);
        }
    }

    private Heard listen(String audioUrl, Heard.Download download, Path folder) throws InterruptedException {
        Path audio;
        try {
            audio = download.bring(audioUrl, folder);
        } catch (IOException e) {
            return new Heard.Failed("no-audio", audioUrl + " cannot be had: " + e.getMessage());
        }
        var out = folder.resolve(OUT);
        var arguments = command.stream()
                .map(part -> part.replace("{audio}", audio.toString()).replace("{out}", out.toString()))
                .toList();
        var ran = Run.of(arguments, folder, limit, MOST);
        if (ran.trouble().isPresent()) {
            return ran.trouble().get();
        }
        try {
            var file = left(folder);
            return file.isPresent() ? read(file.get()) : said(ran.stdout());
        } catch (IOException e) {
            return new Heard.Failed(
                    "speech-failed", "what " + command.get(0) + " left cannot be read: " + e.getMessage());
        }
    }

    /** The first file, by name, that is named as the program was told and holds something. */
    private static Optional<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(OUT))
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .min(Comparator.naturalOrder());
        }
    }

    private Heard read(Path file) throws IOException {
        return Files.size(file) > MOST
                ? new Heard.Failed("speech-too-large", command.get(0) + " left more than " + MOST / 1024 + " KiB")
                : new Heard.Words(Files.readAllBytes(file), file.getFileName().toString());
    }

    private Heard said(byte[] stdout) {
        return stdout.length == 0
                ? new Heard.Failed(
                        "speech-silent",
                        command.get(0) + " left no transcript, neither in {out} nor on its standard output")
                : new Heard.Words(stdout, "stdout");
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a folder for temporary files is emptied by the machine, too
        }
    }
}
