package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;

/**
 * An editor's word.
 *
 * @param kind {@code same}, {@code different}, {@code pin}, {@code hide} or {@code mute}
 * @param a an insight id; for {@code mute} a source id
 * @param b the second insight id of {@code same} and {@code different}, else null
 */
@JsonPropertyOrder({"schemaVersion"})
public record Feedback(int schemaVersion, String id, String kind, String a, String b, Instant at) {
    public Feedback {
        Objects.requireNonNull(id, "feedback id");
        Objects.requireNonNull(kind, "kind of feedback " + id);
        Objects.requireNonNull(a, "a of feedback " + id);
    }
}
