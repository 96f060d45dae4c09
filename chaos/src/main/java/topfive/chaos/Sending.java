package topfive.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    private static final long PAUSE_MS = 100;

    private final List<Workload.Step> steps;
    private final Journal journal;
    private final Producer<byte[], byte[]> documents;
    private final Producer<String, FromProducers> fences;
    private final Thread thread = new Thread(this::follow, "sending");
    private volatile int allowed;
    private volatile int done;
    private volatile Exception failed;

    private Sending(World world, Workload workload, Journal journal) {
        this.steps = workload.steps();
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
        allowed = Math.max(allowed, (int) Math.ceil(Math.min(1, share) * steps.size()));
    }

    /** Everything is acknowledged, the last fence too. */
    public boolean isDone() {
        if (failed != null) {
            throw new IllegalStateException("nothing is sent any more", failed);
        }
        return done == steps.size();
    }

    @Override
    public void close() {
        thread.interrupt();
        documents.close(java.time.Duration.ZERO);
        fences.close(java.time.Duration.ZERO);
    }

    private void follow() {
        var open = new ArrayList<Future<RecordMetadata>>();
        try {
            for (var step : steps) {
                while (done >= allowed) {
                    Thread.sleep(PAUSE_MS);
                }
                if (step instanceof Send send) {
                    open.add(documents.send(new ProducerRecord<>(
                            Topics.DOCUMENTS.name(),
                            send.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            send.value())));
                    Thread.sleep(PAUSE_MS);
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

    /** A fence that was written twice changes nothing. */
    private void close(Close step, int documents) throws InterruptedException {
        while (true) {
            try {
                CloseDay.now(fences, step.day());
                journal.say("fence", "day", step.day().toString(), "documents", documents);
                return;
            } catch (ExecutionException | RuntimeException e) {
                journal.say("fence again", "day", step.day().toString(), "cause", e.toString());
                Thread.sleep(PAUSE_MS);
            }
        }
    }
}
