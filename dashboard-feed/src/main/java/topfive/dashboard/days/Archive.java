package topfive.dashboard.days;

import java.util.List;
import java.util.Optional;

/** Reads what {@link LiveEvents} no longer holds, from where it is kept. */
public interface Archive {
    Archive NONE = offset -> Optional.empty();

    /** All records after that offset; empty where they are no longer kept, or too many to be sent one by one. */
    Optional<List<LiveEvent>> after(long offset);
}
