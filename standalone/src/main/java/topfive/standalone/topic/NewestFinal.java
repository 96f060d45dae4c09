package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;

/** The newest FINAL edition of a day, for somebody who is about to write another. */
public final class NewestFinal {
    private NewestFinal() {}

    /** @throws topfive.standalone.Refusal where a transaction does not end */
    public static Optional<Edition> of(Broker broker, String key) {
        var newest = new AtomicReference<Edition>();
        try (var read = ReadTopic.of(broker, Topics.DAILY.name())) {
            read.fromBeginning().toEndOfAll(record -> {
                if (new String(record.key(), StandardCharsets.UTF_8).equals(key) && record.value() != null) {
                    newest.set(Json.read(record.value(), Edition.class));
                }
                return true;
            });
        }
        return Optional.ofNullable(newest.get());
    }
}
