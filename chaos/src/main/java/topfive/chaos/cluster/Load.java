package topfive.chaos.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import topfive.chaos.Workload;
import topfive.chaos.Workload.Close;
import topfive.chaos.Workload.Send;
import topfive.chaos.World;
import topfive.contract.FromProducers;
import topfive.contract.Topics;
import topfive.processor.CloseDay;

/** A {@link Workload} on its way into the documents, at a pace, from a thread of its own. Waits for as long as the brokers are away. */
final class Load implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Producer<String, FromProducers> fences;
    private final Map<Integer, Send> lastOfPartition = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;
    private volatile long pauseNanos;

    private Load(World world, Workload workload, int aSecond) {
        producer = world.producer();
        fences = world.fences();
        pauseNanos = TimeUnit.SECONDS.toNanos(1) / aSecond;
        thread = new Thread(() -> follow(workload), "load");
        thread.setDaemon(true);
    }

    static Load start(World world, Workload workload, int aSecond) {
        var load = new Load(world, workload, aSecond);
        load.thread.start();
        return load;
    }

    /** Sends the last document of every partition once more, so that each has something to do; a repeat changes nothing. */
    void nudge() {
        lastOfPartition.forEach((partition, send) ->
                producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, bytes(send), send.value())));
    }

    /** The rest as fast as it goes; returns when all is acknowledged. */
    void finish(Duration atMost) throws InterruptedException, ExecutionException, TimeoutException {
        pauseNanos = 0;
        ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        producer.flush();
    }

    @Override
    public void close() {
        thread.interrupt();
        producer.close(Duration.ZERO);
        fences.close(Duration.ZERO);
    }

    private void follow(Workload workload) {
        try {
            for (var step : workload.steps()) {
                if (step instanceof Send send) {
                    send(send);
                    TimeUnit.NANOSECONDS.sleep(pauseNanos);
                } else if (step instanceof Close close) {
                    producer.flush();
                    CloseDay.now(fences, close.day());
                }
            }
            ended.complete(null);
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void send(Send send) {
        producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), bytes(send), send.value()), (metadata, failure) -> {
            if (failure == null && !send.key().startsWith(Workload.POISON)) {
                lastOfPartition.put(metadata.partition(), send);
            }
        });
    }

    private static byte[] bytes(Send send) {
        return send.key().getBytes(StandardCharsets.UTF_8);
    }
}
