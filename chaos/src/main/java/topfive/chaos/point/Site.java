package topfive.chaos.point;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Expected;
import topfive.chaos.Folders;
import topfive.chaos.Jvm;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.Verdict;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.contract.Day;
import topfive.contract.FailPoint;
import topfive.contract.Fence;
import topfive.contract.Json;
import topfive.contract.Topics;

/** A broker that stays up, the process that is made to die on it, and somebody who looks on. */
public final class Site implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    public final World world;
    public final App app;
    public final Sent sent = new Sent();
    final Seen seen;
    private final Rest rest;
    private final Broker broker;
    private final Producer<byte[], byte[]> producer;

    private Site(Broker broker, World world, App app) {
        this.broker = broker;
        this.world = world;
        this.app = app;
        this.seen = new Seen(world);
        this.rest = new Rest(world);
        this.producer = world.producer();
    }

    /** @param more lines of its topfive.yml */
    public static Site in(Path folder, String service, Day days, String... more)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        return in(folder, service, () -> days, more);
    }

    /** @param zone is asked when the broker is up */
    static Site in(Path folder, String service, Supplier<Day> zone, String... more)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        Folders.delete(folder); // what an earlier run left there would be known already
        var broker = Broker.in(folder.resolve("broker"));
        var world = World.on(broker, folder, true);
        var days = zone.get();
        var settings = new ArrayList<>(List.of(World.settings(days)));
        settings.addAll(List.of(more));
        return new Site(
                broker,
                world,
                App.in(folder.resolve("app"), service, broker.address(), settings.toArray(String[]::new)));
    }

    /** Compiled quickly rather than well: none of these processes grows old. */
    public void start(String... flags) {
        var all = new ArrayList<>(List.of(flags));
        all.add("-XX:TieredStopAtLevel=1");
        app.start(all.toArray(String[]::new));
    }

    public String address() {
        return broker.address();
    }

    /** As if its disk had been lost. Only while it does not run. */
    void loseState() throws IOException {
        Folders.delete(app.state());
    }

    public Broker broker() {
        return broker;
    }

    /** Returns when the broker has all of them. */
    public void send(List<Workload.Send> records) throws InterruptedException, ExecutionException {
        send(records, null);
    }

    /** @param partition null: each where its key belongs */
    void send(List<Workload.Send> records, Integer partition) throws InterruptedException, ExecutionException {
        var open = new ArrayList<Future<RecordMetadata>>();
        for (var each : records) {
            var key = each.key().getBytes(StandardCharsets.UTF_8);
            open.add(producer.send(
                    new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, key, each.value()),
                    sent.record(key, each.value())));
        }
        for (var each : open) {
            each.get();
        }
    }

    public void fence(LocalDate day) throws InterruptedException, ExecutionException {
        world.fence(day);
        sent.fence(day);
    }

    /** In this partition alone. */
    void fence(LocalDate day, int partition) throws InterruptedException, ExecutionException {
        var of = producer.partitionsFor(Topics.DOCUMENTS.name()).size();
        var fence = new Fence(1, day, partition, of);
        var key = fence.key().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, key, Json.bytes(fence)))
                .get();
    }

    /** @return whether it died as its fail point wills */
    boolean died(Duration atMost) throws InterruptedException {
        return died(app.jvm(), atMost);
    }

    static boolean died(Jvm jvm, Duration atMost) throws InterruptedException {
        try {
            return jvm.status(atMost) == FailPoint.STATUS;
        } catch (TimeoutException e) {
            jvm.kill();
            return false;
        }
    }

    /** @return milliseconds until the FINAL of the day came; -1: it did not */
    long awaitFinal(LocalDate day) {
        var began = System.nanoTime();
        return seen.until(PATIENCE, () -> seen.finals(day) > 0) ? (System.nanoTime() - began) / 1_000_000 : -1;
    }

    /**
     * Until the FINAL of the day is there and no second one can come any more: the processor is ready and has nothing left to do.
     *
     * @param wrong gets a line where it does not come to that
     * @return milliseconds until then; -1 where it does not
     */
    public long awaitClosed(LocalDate day, App processor, List<String> wrong) throws InterruptedException {
        var took = awaitFinal(day);
        if (took < 0) {
            wrong.add(day + ": no FINAL edition within " + PATIENCE.toSeconds() + " s, see "
                    + processor.jvm().log());
            return -1;
        }
        try {
            return took + awaitRest(processor);
        } catch (TimeoutException e) {
            wrong.add(day + ": " + e.getMessage());
            return -1;
        }
    }

    /**
     * What is not as it must be, of all that is published.
     *
     * @param rows whose days are closed
     */
    List<String> differences(List<Row> rows, Day days, Stage stage) throws Exception {
        var closed =
                rows.stream().flatMap(row -> row.days().stream()).distinct().toList();
        var verdict = Verdict.on(world, Expected.of(closed, sent).in(days), stage.journal());
        return verdict.differences();
    }

    /** @see Rest#await */
    long awaitRest(App processor) throws InterruptedException, TimeoutException {
        return rest.await(processor, PATIENCE);
    }

    @Override
    public void close() {
        app.close();
        seen.close();
        rest.close();
        producer.close(Duration.ZERO);
        broker.close();
    }
}
