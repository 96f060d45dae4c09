package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.standalone.topic.Latest;

/** Disks fill up. What was acknowledged is there afterwards, what was not was refused. */
class DiskFullTest {
    private static final Duration PATIENCE = Pusher.PATIENCE;

    @TempDir
    private Path folder;

    private final Pusher pusher = new Pusher();

    @Test
    void a_broker_without_room_ends_pushes_are_refused_and_after_room_was_made_all_that_was_taken_is_there()
            throws Exception {
        var taken = new HashSet<String>();
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 192)) {
            try (var broker = startBroker(disk);
                    var ingest = pusher.ingest()) {
                await().atMost(PATIENCE).until(ingest::ready);
                for (int number = 0; number < 20; number++) {
                    taken.add(taken(ingest, number));
                }
                disk.fill();
                int refused = 0;
                for (var pushed : IntStream.range(20, 40)
                        .mapToObj(number -> pusher.push(ingest, number, digits(number)))
                        .toList()) {
                    var answer = pushed.join();
                    if (answer.statusCode() == 202) { // there was room in what is there already
                        taken.add(Pusher.id(answer));
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(answer.headers().firstValueAsLong("Retry-After"))
                                .isPresent();
                        refused++;
                    }
                }
                assertThat(refused).isGreaterThanOrEqualTo(3);
                assertThat(broker.end(60)).as("Kafka ends its process").isEqualTo(1);
                assertThat((broker.said() + broker.talked())
                                .lines()
                                .filter(line -> line.contains("ended this process")))
                        .singleElement()
                        .asString()
                        .contains(disk.path.resolve("data") + " has 0 MiB free; make room");
                await().atMost(PATIENCE).until(() -> !ingest.ready());

                disk.makeRoom();
                try (var again = startBroker(disk)) {
                    await().atMost(PATIENCE).until(ingest::ready);
                    taken.add(taken(ingest, 50));
                    assertThat(again.process().isAlive()).isTrue();
                    assertThat(pusher.ids()).doesNotHaveDuplicates().containsAll(taken);
                }
            }
        }
    }

    /** The stores write to their disk now and then only; what they hold is on the broker. */
    @Test
    void a_processor_without_room_for_its_state_goes_on_and_after_room_was_made_it_knows_all_of_it() throws Exception {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 48);
                var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            try (var processor = on.processor(disk.path.resolve("state"), false, noon())) {
                await().atMost(PATIENCE).until(processor::ready);
                disk.fill();
                on.send(List.of(Report.of("first"), Report.of("second")));
                await().atMost(PATIENCE).until(() -> documentsOfTheDay(on) == 2);
            }
            disk.makeRoom();
            try (var again = on.processor(disk.path.resolve("state"), false, noon())) {
                await().atMost(PATIENCE).until(again::ready);
                on.send(List.of(Report.of("third")));
                await().atMost(PATIENCE).until(() -> documentsOfTheDay(on) == 3);
            }
        }
    }

    @Test
    void a_full_disk_is_said_until_there_is_room() throws Exception {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 48)) {
            var space = new DiskSpace(disk.path);
            assertThat(space.readiness().isReady()).isTrue();
            disk.fill();
            assertThat(space.readiness().missing()).matches("the disk of .* is full: 0 MiB free, 5 needed");
            disk.makeRoom();
            assertThat(space.readiness().isReady()).isTrue();
        }
    }

    private static int documentsOfTheDay(OnBroker on) {
        var live = Latest.of(on.broker, Topics.LIVE).get("all/2026-10-14");
        return live == null ? 0 : live.counts().documents();
    }

    private static InstantSource noon() {
        return InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));
    }

    private OwnProcess startBroker(SmallDisk disk) throws Exception {
        return pusher.startBroker(folder, disk.path.resolve("data"));
    }

    private String taken(Ingest ingest, int number) {
        var answer = pusher.push(ingest, number, digits(number)).join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Pusher.id(answer);
    }

    /** Compresses badly. */
    private static String digits(int number) {
        var chance = new Random(number);
        var text = new StringBuilder(Pusher.text(number));
        for (int i = 0; i < 20_000; i++) {
            text.append(Long.toString(chance.nextLong(), 36)).append(i % 12 == 0 ? ". " : " ");
        }
        return text.toString();
    }
}
