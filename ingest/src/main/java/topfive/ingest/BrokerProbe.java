package topfive.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.PromptAdmin;
import topfive.contract.Topics;

/** Asks every few seconds whether the documents' topic could be written, since a quiet hour tells nothing of the broker. */
final class BrokerProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerProbe.class);
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int ANSWER_MS = 4_000;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final LongConsumer answers;
    private final Thread thread = new Thread(this::run, "ingest-probe");
    private volatile long answeredAt = System.nanoTime() - SILENCE.toNanos();
    private volatile boolean answered;
    private volatile String headless = "";

    /** @param answers gets, with each answer of the broker, when it was asked: a {@link System#nanoTime} */
    BrokerProbe(Map<String, Object> kafka, MeterRegistry metrics, LongConsumer answers) {
        this.kafka = new HashMap<>(kafka);
        this.answers = answers;
        this.kafka.putAll(PromptAdmin.answeredWithin(ANSWER_MS));
        thread.setDaemon(true);
        Gauge.builder("topfive.broker.reachable", this, it -> it.missing().isEmpty() ? 1 : 0)
                .tag("service", "ingest")
                .register(metrics);
    }

    void begin() {
        thread.start();
    }

    /** Why it could not be written, in one line; empty where it could. */
    Optional<String> missing() {
        var silent = Duration.ofNanos(System.nanoTime() - answeredAt);
        if (!answered) {
            return Optional.of("no broker has answered yet");
        }
        if (silent.compareTo(SILENCE) > 0) {
            return Optional.of("the broker has not answered for " + silent.toSeconds() + " s");
        }
        return Optional.of(headless).filter(line -> !line.isEmpty());
    }

    private void run() {
        try (var admin = Admin.create(kafka)) {
            while (!Thread.currentThread().isInterrupted()) {
                ask(admin);
                Thread.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Admin admin) throws InterruptedException {
        var asked = System.nanoTime();
        try {
            var name = Topics.DOCUMENTS.name();
            var partitions = admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get(2 * ANSWER_MS, TimeUnit.MILLISECONDS)
                    .get(name)
                    .partitions();
            var without = partitions.stream()
                    .filter(each -> each.leader() == null || each.leader().isEmpty())
                    .count();
            answered(
                    without == 0
                            ? ""
                            : without + " of " + partitions.size() + " partitions of " + name + " have no leader");
            answers.accept(asked);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                answered("there is no topic " + Topics.DOCUMENTS.name());
            }
        } catch (TimeoutException | KafkaException e) {
            LOG.debug("the broker was asked in vain", e); // how long it is silent is said
        }
    }

    private void answered(String wrong) {
        headless = wrong;
        answeredAt = System.nanoTime();
        answered = true;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
