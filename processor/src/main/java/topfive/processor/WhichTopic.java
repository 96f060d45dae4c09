package topfive.processor;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import topfive.contract.Topics;

/** The broker's id of the documents' topic: one that was deleted and made again has another, and its offsets begin anew. */
final class WhichTopic implements Supplier<String>, AutoCloseable {
    private static final int SECONDS = 30;

    private final Admin admin;

    WhichTopic(Map<String, Object> kafka) {
        this.admin = Admin.create(kafka);
    }

    /** @throws KafkaException where the broker does not say */
    @Override
    public String get() {
        var name = Topics.DOCUMENTS.name();
        try {
            return admin.describeTopics(List.of(name))
                    .topicNameValues()
                    .get(name)
                    .get(SECONDS, TimeUnit.SECONDS)
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("the broker does not describe " + name, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
