package topfive.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.chaos.Workload.Close;
import topfive.chaos.Workload.Send;
import topfive.contract.FromProducers;
import topfive.contract.Topics;
import topfive.processor.CloseDay;

/** Follows a workload on a thread of its own, as far as it may go at the moment. Waits for a broker that is away. */
public final class Sending implements AutoCloseable {
    private static final long LOOK_MS = 50;

    private final Workload workload;
    private final Journal journal;
    private final Producer<byte[], byte[]> documents;
    private final Producer<String, FromProducers> fences;
    private final Sent sent = new Sent();
    private final Map<Integer, Send> lastOfPartition = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::follow, "sending");
    private volatile long pauseMs = 100;
    private volatile int allowed;
    private volatile int done;
    private volatile Exception failed;

    private Sending(World world, Workload workload, Journal journal) {
        this.workload = workload;
        this.journal = journal;
        this.documents = world.producer();
        this.fences = world.fences();
        thread.setDaemon(true);
    }

    /** Begins with nothing allowed. */
    public static Sending of(World world, Workload workload, Journal journal) {
        var sending = new Sending(world, workload, journal);
        sending.thread.start();
        return sending;
    }

    /** @param share of all steps, 0 to 1; never takes back what was allowed */
    public void upTo(double share) {
        var steps = workload.steps().size();
        allowed = Math.max(allowed, (int) Math.ceil(Math.min(1, share) * steps));
    }

    /** Documents a second, ten where nobody says so. */
    public Sending pace(int aSecond) {
        pauseMs = 1_000 / aSecond;
        return this;
    }

    /** Sends the last document of every partition once more, so that each has something to do; a repeat changes nothing. */
    public void nudge() {
        lastOfPartition.forEach((partition, send) -> send(partition, send));
    }

    /** Everything is acknowledged, the last fence too. */
    public boolean isDone() {
        if (failed != null) {
            throw new IllegalStateException("nothing is sent any more", failed);
        }
        return done == workload.steps().size();
    }

    /** The rest as fast as it goes; returns when all is acknowledged. */
    public void finish(Duration atMost) throws InterruptedException, TimeoutException {
        pauseMs = 0;
        upTo(1);
        Deadline.await("everything is acknowledged", atMost, this::isDone);
        documents.flush();
    }

    /** @return what was acknowledged up to now */
    public Sent sent() {
        return sent;
    }

    @Override
    public void close() {
        thread.interrupt();
        documents.close(Duration.ZERO);
        fences.close(Duration.ZERO);
    }

    private void follow() {
        var open = new ArrayList<Future<RecordMetadata>>();
        try {
            for (var step : workload.steps()) {
                while (done >= allowed) {
                    Thread.sleep(LOOK_MS);
                }
                if (step instanceof Send send) {
                    open.add(send(null, send));
                    Thread.sleep(pauseMs);
                } else if (step instanceof Close close) {
                    for (var each : open) {
                        each.get(); // what is written behind the fence would be late
                    }
                    close(close, open.size());
                    open.clear();
                }
                done++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            journal.say("sending failed", "cause", e.toString());
            failed = e;
        }
    }

    private Future<RecordMetadata> send(Integer partition, Send send) {
        var key = send.key().getBytes(StandardCharsets.UTF_8);
        var counted = sent.record(key, send.value());
        return documents.send(
                new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, key, send.value()), (metadata, failure) -> {
                    counted.onCompletion(metadata, failure);
                    if (failure == null && !send.key().startsWith(Workload.POISON)) {
                        lastOfPartition.put(metadata.partition(), send);
                    }
                });
    }

    /** A fence that was written twice changes nothing. */
    private void close(Close step, int documents) throws InterruptedException {
        while (true) {
            try {
                CloseDay.now(fences, step.day());
                sent.fence(step.day());
                journal.say("fence", "day", step.day().toString(), "documents", documents);
                return;
            } catch (ExecutionException | RuntimeException e) {
                journal.say("fence again", "day", step.day().toString(), "cause", e.toString());
                Thread.sleep(LOOK_MS);
            }
        }
    }
}
