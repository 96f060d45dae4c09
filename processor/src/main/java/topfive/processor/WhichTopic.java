package topfive.processor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import topfive.contract.PromptAdmin;
import topfive.contract.Topics;

/** The broker's id of the documents' topic: one that was deleted and made again has another, and its offsets begin anew. */
final class WhichTopic implements Supplier<String>, AutoCloseable {
    private static final int ANSWER_MS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    WhichTopic(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.putAll(PromptAdmin.answeredWithin(ANSWER_MS));
        this.admin = Admin.create(settings);
    }

    /**
     * Asks again where there was no answer.
     *
     * @throws KafkaException where the broker does not say
     */
    @Override
    public String get() {
        var name = Topics.DOCUMENTS.name();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(List.of(name))
                        .topicNameValues()
                        .get(name)
                        .get()
                        .topicId()
                        .toString();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TimeoutException) || System.nanoTime() - until > 0) {
                    throw new KafkaException(e.getCause());
                }
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
