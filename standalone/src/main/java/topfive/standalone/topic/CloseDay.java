package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.Edition;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Refusal;

/** Writes the fence of a day and waits for what it brings. */
public final class CloseDay {
    private CloseDay() {}

    /** @return the FINAL edition, the one that was there already where the day had been closed; empty where none came in time */
    public static Optional<Edition> on(Broker broker, String edition, LocalDate day, Duration atMost) {
        var found = new AtomicReference<Edition>();
        var key = edition + "/" + day;
        fence(broker, day);
        try (var read = ReadTopic.of(broker, Topics.DAILY.name())) {
            read.fromBeginning().follow(atMost, record -> {
                if (new String(record.key(), StandardCharsets.UTF_8).equals(key) && record.value() != null) {
                    found.set(Json.read(record.value(), Edition.class));
                }
                return found.get() == null;
            });
        }
        return Optional.ofNullable(found.get());
    }

    private static void fence(Broker broker, LocalDate day) {
        var properties = new HashMap<>(broker.clientProperties());
        properties.put("acks", "all");
        var values = Topics.DOCUMENTS.values().serializer();
        try (var producer = new KafkaProducer<String, FromProducers>(properties, new StringSerializer(), values)) {
            topfive.processor.CloseDay.now(producer, day);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while closing " + day, "do it again: repeats are ignored", e);
        } catch (ExecutionException e) {
            throw Refusal.failed(
                    "the fence of " + day + " was not written: " + e.getCause().getMessage(),
                    "do it again: repeats are ignored",
                    e);
        }
    }
}
