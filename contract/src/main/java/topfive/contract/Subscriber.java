package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;

/**
 * A mail subscription; a tombstone erases it.
 *
 * @param zone the reader's zone, IANA name
 * @param hour the reader's hour of sending, 0 to 23
 */
@JsonPropertyOrder({"schemaVersion"})
public record Subscriber(int schemaVersion, String id, String address, String edition, String zone, int hour) {
    public Subscriber {
        Objects.requireNonNull(id, "subscriber id");
    }
}
