package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * That a day's digest is being sent, or was.
 *
 * @param subscriber sha-256 of the subscriber's id: the ledger outlives the address
 * @param state {@code sending} or {@code sent}
 */
@JsonPropertyOrder({"schemaVersion"})
public record Delivery(int schemaVersion, LocalDate day, String subscriber, int revision, String state, Instant at) {
    public Delivery {
        Objects.requireNonNull(day, "day of a delivery");
        Objects.requireNonNull(subscriber, "subscriber of the delivery of " + day);
    }
}
