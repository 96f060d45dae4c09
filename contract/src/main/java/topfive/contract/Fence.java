package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Closes a day: one is written into every partition of {@code topfive.documents.v1}, with the key {@code fence/DAY}. Whatever stands
 * behind it in its partition is too late for that day. Repeats are ignored.
 *
 * @param partition the partition it was written to
 * @param of how many partitions there are
 */
@JsonPropertyOrder({"schemaVersion"})
public record Fence(int schemaVersion, LocalDate day, int partition, int of) implements FromProducers {
    public Fence {
        Objects.requireNonNull(day, "day of a fence");
        if (partition < 0 || partition >= of) {
            throw new IllegalArgumentException("fence of " + day + ": partition " + partition + " of " + of);
        }
    }

    public String key() {
        return "fence/" + day;
    }
}
