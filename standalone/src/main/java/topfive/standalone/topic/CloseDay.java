package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;

/** Writes the fence of a day and waits for what it brings. */
public final class CloseDay {
    private CloseDay() {}

    /** @return the FINAL edition, the one that was there already where the day had been closed; empty where none came in time */
    public static Optional<Edition> on(Broker broker, String edition, LocalDate day, Instant now, Duration atMost) {
        var found = new AtomicReference<Edition>();
        var key = edition + "/" + day;
        Fences.write(broker, day, now);
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
}
