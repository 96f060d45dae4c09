package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.topic.CloseDay;

/** All that the state holds stands in the changelogs: what a bad disk does to it shows in no edition. */
@SuppressWarnings("try") // a processor works by being there
class DamagedStateTest {
    private static final LocalDate DAY = ThreeDays.FIRST;
    private static final byte[] RUBBISH = {(byte) 0xc3, 0x28, 0, 7, (byte) 0xff};
    private static final InstantSource NOON =
            InstantSource.fixed(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));

    @TempDir
    private Path folder;

    /** What a disk may have done to the files of a processor that had stopped as it should. */
    enum Damage {
        CURRENT_IS_RUBBISH("CURRENT", content -> RUBBISH),
        INSTANCE_IS_RUBBISH("instance", content -> RUBBISH),
        TABLES_ARE_CUT_OFF(".sst", content -> Arrays.copyOf(content, content.length / 2)),
        TABLES_HAVE_A_BAD_BLOCK(".sst", Damage::withBadBlock),
        MANIFESTS_ARE_CUT_OFF("MANIFEST-", content -> Arrays.copyOf(content, content.length / 2));

        private static final int BLOCK = 4_096;

        private final String name;
        private final UnaryOperator<byte[]> done;

        Damage(String name, UnaryOperator<byte[]> done) {
            this.name = name;
            this.done = done;
        }

        private static byte[] withBadBlock(byte[] content) {
            if (content.length > BLOCK) { // a scan of the store would end there without a word
                Arrays.fill(content, 100, 200, (byte) 0x5a);
            }
            return content;
        }
    }

    @ParameterizedTest
    @EnumSource
    void damaged_state_is_made_again_and_the_edition_is_the_same(Damage damage) throws Exception {
        var documents = ThreeDays.of(DAY);
        var half = documents.size() / 2;
        try (var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            on.send(documents.subList(0, half));
            try (var first = on.processor(folder.resolve("state"), false, NOON)) {
                await().atMost(OnBroker.PATIENCE)
                        .until(() -> !on.keys(Topics.LIVE).isEmpty());
            }
            assertThat(damage(damage)).as("files").isPositive();
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

    /** @return how many files were damaged */
    private int damage(Damage damage) throws IOException {
        try (var all = Files.walk(folder.resolve("state"))) {
            var files = all.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().contains(damage.name))
                    .toList();
            for (var file : files) {
                Files.write(file, damage.done.apply(Files.readAllBytes(file)));
            }
            return files.size();
        }
    }
}
