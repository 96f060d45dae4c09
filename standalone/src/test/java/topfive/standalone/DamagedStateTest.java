package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.topic.CloseDay;

/** All that the state holds stands in the changelogs: what a bad disk does to it shows in no edition. */
@SuppressWarnings("try") // a processor works by being there
class DamagedStateTest {
    private static final LocalDate DAY = ThreeDays.FIRST;
    private static final InstantSource NOON =
            InstantSource.fixed(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @Test
    void state_that_is_rubbish_is_made_again_and_the_edition_is_the_same() throws Exception {
        var documents = ThreeDays.of(DAY);
        var half = documents.size() / 2;
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            on.send(documents.subList(0, half));
            try (var first = on.processor(folder.resolve("state"), false, NOON)) {
                await().atMost(OnBroker.PATIENCE)
                        .until(() -> !on.keys(Topics.LIVE).isEmpty());
            }
            assertThat(overwrite("CURRENT") + overwrite("instance")).isGreaterThan(3);
            on.send(documents.subList(half, documents.size()));
            try (var second = on.processor(folder.resolve("state"), false, NOON)) {
                var edition =
                        CloseDay.on(on.broker, "all", DAY, OnBroker.PATIENCE).orElseThrow();
                assertThat(Json.bytes(edition))
                        .isEqualTo(
                                Json.bytes(on.pipeline.edition(documents, DAY).edition()));
                assertThat(on.keys(Topics.DAILY)).isEqualTo(List.of("all/" + DAY));
            }
        }
    }

    /** @return how many files of that name there are */
    private int overwrite(String name) throws IOException {
        try (var all = Files.walk(folder.resolve("state"))) {
            var files = all.filter(path -> path.endsWith(name)).toList();
            for (var file : files) {
                Files.write(file, new byte[] {(byte) 0xc3, 0x28, 0, 7, (byte) 0xff});
            }
            return files.size();
        }
    }
}
