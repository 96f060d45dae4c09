package topfive.processor;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import topfive.contract.DeadLetter;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Reading;

/** What a stage says: to the next one, or to the world. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Outcome.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Outcome.Summed.class, name = "summed")
})
sealed interface Outcome {
    /**
     * A document was read.
     *
     * @param behind the day of the newest fence that stands before it in its partition; null where there is none
     */
    record Read(Reading reading, LocalDate behind) implements Outcome {}

    /** A stage will say nothing more of this day and the days before it. */
    record Closed(Fence fence) implements Outcome {}

    /** How a day stands in one cell. */
    record Summed(CellDay day) implements Outcome {}

    record Published(Edition edition) implements Outcome {}

    record Decided(Decision decision) implements Outcome {}

    /** It could not be processed. */
    record Refused(byte[] key, DeadLetter letter) implements Outcome {}
}
