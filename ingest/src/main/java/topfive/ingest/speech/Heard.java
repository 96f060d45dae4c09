package topfive.ingest.speech;

import java.io.IOException;
import java.nio.file.Path;

/** What came of listening to a recording. */
public sealed interface Heard {
    /**
     * @param transcript as the program left it, in any of the five formats; never empty
     * @param name of the file it stood in, or "stdout": for messages
     */
    record Words(byte[] transcript, String name) implements Heard {}

    /** No program is configured. */
    record Off() implements Heard {}

    /**
     * Nothing can be read; the episode goes on without a transcript.
     *
     * @param reason {@code no-audio}, {@code speech-not-started}, {@code speech-too-slow}, {@code speech-failed}, {@code speech-too-large} or
     *     {@code speech-silent}
     * @param why one line for a person
     */
    record Failed(String reason, String why) implements Heard {}

    /** Brings the recording at an address into a folder. */
    interface Download {
        /**
         * @return the file, inside the folder
         * @throws IOException where it cannot be had: the message says why
         */
        Path bring(String audioUrl, Path folder) throws IOException, InterruptedException;
    }
}
