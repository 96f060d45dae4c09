package topfive.ingest;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import topfive.contract.Source;
import topfive.contract.SourceState;

/** What came from whom by being handed in: counted at once, told to the topic now and then, since one record for each would be too many. */
final class PushedSources {
    private final Memory memory;
    private final Outbox outbox;
    private final Set<String> untold = ConcurrentHashMap.newKeySet();

    PushedSources(Memory memory, Outbox outbox) {
        this.memory = memory;
        this.outbox = outbox;
    }

    /** A document of this source is safe. A source that is also fetched keeps the state of its fetching. */
    synchronized void took(Source source, Instant at) {
        var known = memory.state(source.id()).orElseGet(() -> SourceState.never(source, at));
        if (known.source().kind().equals("push")) {
            memory.remember(known.brought(1, at));
            untold.add(source.id());
        }
    }

    /** Tells what has not been told yet; what the broker does not take is told the next time. */
    void tell() {
        for (var id : Set.copyOf(untold)) {
            untold.remove(id);
            memory.state(id)
                    .ifPresent(state -> outbox.state(state).exceptionally(error -> {
                        untold.add(id);
                        return null;
                    }));
        }
    }
}
