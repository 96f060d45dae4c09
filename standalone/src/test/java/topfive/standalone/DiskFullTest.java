package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Document;
import topfive.contract.EnsureTopics;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Settings;
import topfive.ingest.fetch.Fetched;
import topfive.standalone.broker.BrokerAlone;
import topfive.standalone.broker.Ports;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;
import topfive.standalone.topic.ReadTopic;

/** Disks fill up. What was acknowledged is there afterwards, what was not was refused. */
class DiskFullTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final Broker clients = new Broker(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_broker_without_room_ends_pushes_are_refused_and_after_room_was_made_all_that_was_taken_is_there()
            throws Exception {
        var taken = new HashSet<String>();
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 192)) {
            try (var broker = startBroker(disk);
                    var ingest = ingest()) {
                await().atMost(PATIENCE).until(ingest::ready);
                for (int number = 0; number < 20; number++) {
                    taken.add(pushed(ingest, number, 202));
                }
                disk.fill();
                int refused = 0;
                for (int number = 20; number < 40 && refused < 3; number++) {
                    var answer = push(ingest, number);
                    if (answer.statusCode() == 202) { // there was room in what is there already
                        taken.add(id(answer));
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(503);
                        assertThat(answer.headers().firstValueAsLong("Retry-After"))
                                .isPresent();
                        refused++;
                    }
                }
                assertThat(refused).isEqualTo(3);
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
                    taken.add(pushed(ingest, 50, 202));
                    assertThat(again.process().isAlive()).isTrue();
                    assertThat(documents()).containsAll(taken);
                }
            }
        }
    }

    /** The stores write to their disk now and then only; what they hold is on the broker. */
    @Test
    void a_processor_without_room_for_its_state_stops_and_after_room_was_made_it_knows_all_of_it() throws Exception {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 48);
                var on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC)) {
            try (var processor = on.processor(disk.path.resolve("state"), false, noon())) {
                await().atMost(PATIENCE).until(processor::ready);
                disk.fill();
                assertThat(new DiskSpace(disk.path).readiness().missing())
                        .matches("the disk of .* is full: 0 MiB free, 5 needed");
                on.send(List.of(Report.of("first"), Report.of("second")));
                await().atMost(PATIENCE).until(() -> documentsOfTheDay(on) == 2);
            }
            disk.makeRoom();
            assertThat(new DiskSpace(disk.path).readiness().isReady()).isTrue();
            try (var again = on.processor(disk.path.resolve("state"), false, noon())) {
                await().atMost(PATIENCE).until(again::ready);
                on.send(List.of(Report.of("third")));
                await().atMost(PATIENCE).until(() -> documentsOfTheDay(on) == 3);
            }
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
        var ready = Files.createTempFile(folder, "ready", "");
        var process = OwnProcess.start(
                folder,
                List.of(),
                BrokerAlone.class,
                disk.path.resolve("data").toString(),
                ready.toString(),
                "" + port);
        await().atMost(PATIENCE).until(() -> Files.size(ready) > 0);
        try (var admin = clients.admin()) {
            EnsureTopics.on(admin, Topics.ALL, true);
        }
        return process;
    }

    private Ingest ingest() {
        var settings = new Settings(List.of(), List.of(), "", List.of("en"), "127.0.0.1", 0, Optional.empty(), folder);
        return Ingest.start(
                settings,
                clients.clientProperties(),
                request -> Fetched.Failed.of("http-404", ""),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }

    private String pushed(Ingest ingest, int number, int status) throws Exception {
        var answer = push(ingest, number);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return id(answer);
    }

    /** Numbers, which compress badly. */
    private HttpResponse<String> push(Ingest ingest, int number) throws IOException, InterruptedException {
        var chance = new Random(number);
        var text = new StringBuilder("Rents in district " + number + " fell by 7 percent. ");
        for (int i = 0; i < 20_000; i++) {
            text.append(Long.toString(chance.nextLong(), 36)).append(i % 12 == 0 ? ". " : " ");
        }
        var body =
                "{\"source\":\"wire\",\"url\":\"https://a.example/%d\",\"contentType\":\"text/plain\",\"content\":\"%s\"}"
                        .formatted(number, text);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.pushPort() + "/v1/documents"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body()).path("id").asText();
    }

    private Set<String> documents() {
        var documents = new ArrayList<String>();
        try (var read = ReadTopic.of(clients, Topics.DOCUMENTS.name())) {
            read.fromBeginning()
                    .toEnd(record -> documents.add(((Document) Json.read(record.value(), FromProducers.class)).id()));
        }
        assertThat(documents).doesNotHaveDuplicates();
        return new HashSet<>(documents);
    }
}
