package topfive.processor.choose;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;

/**
 * The ideas of an earlier edition. Revision 0 stands for an edition that is still open: provisional.
 *
 * @param encoderId whose vectors these are
 */
@JsonPropertyOrder({"day"})
public record Told(LocalDate day, int revision, String encoderId, List<Idea> ideas) {
    public Told {
        ideas = List.copyOf(ideas);
    }
}
