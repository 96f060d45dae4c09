package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Settings;
import topfive.ingest.Subscription;
import topfive.ingest.fetch.Fetched;

class IngestStartedAgainTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_it_has_read_before_brings_neither_documents_nor_dead_letters_again() throws Exception {
        var inbox = Files.createDirectory(folder.resolve("inbox"));
        write(inbox.resolve("empty.txt"), new byte[0]);
        write(
                inbox.resolve("ferry.txt"),
                "The ferry to the islands will run every hour from Monday on, because the new pier is finished."
                        .getBytes(StandardCharsets.UTF_8));
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            read(on);
            read(on);
            assertThat(on.records(Topics.DOCUMENTS)).hasSize(1);
            assertThat(on.records(Topics.DEAD_LETTERS)).hasSize(1);

            write(inbox.resolve("empty.txt"), new byte[] {(byte) 0xff, 0, (byte) 0xfe, 0});
            read(on);
            assertThat(on.records(Topics.DEAD_LETTERS)).as("other bytes").hasSize(2);
        }
    }

    /** A minute ago: what is younger may still be being written. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(InstantSource.system().instant().minusSeconds(60)));
    }

    private void read(OnBroker on) {
        var inbox = new Subscription("inbox", "Inbox", "inbox", "folder", Duration.ofDays(1), "");
        var settings =
                new Settings(List.of(inbox), List.of(), "", List.of("en"), "127.0.0.1", 0, Optional.empty(), folder);
        try (var ingest = Ingest.start(
                settings,
                on.broker.clientProperties(),
                request -> Fetched.Failed.of("http-404", ""),
                InstantSource.system(),
                new SimpleMeterRegistry())) {
            ingest.harvestOnce();
        }
    }
}
