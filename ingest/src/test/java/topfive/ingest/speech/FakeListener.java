package topfive.ingest.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands for a speech-to-text program: how to behave, the recording, where to leave the transcript. */
final class FakeListener {
    static final String VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>The gate is shut.\n";

    private FakeListener() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "leaves-file" -> write(out, VTT.replace("shut", Files.readString(Path.of(arguments[1]))));
            case "leaves-file-with-ending" -> write(out.resolveSibling(out.getFileName() + ".vtt"), VTT);
            case "says-it" -> say(VTT);
            case "says-nothing" -> say("");
            case "says-its-settings" ->
                say(System.getenv().keySet().stream().anyMatch(name -> name.startsWith("TOPFIVE_")) ? "some" : "none");
            case "reads-its-input" -> say("read " + System.in.readAllBytes().length + " bytes");
            case "fails" -> fail();
            case "hangs" -> new CountDownLatch(1).await();
            case "never-stops-talking" -> {
                while (true) {
                    say("a gate and ".repeat(1000));
                }
            }
            case "leaves-too-much" -> write(out, "a gate and ".repeat(400_000));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void fail() {
        System.err.println("loading\nthe model is missing");
        System.exit(3);
    }

    private static void say(String text) {
        System.out.write(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
        System.out.flush();
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
