package topfive.processor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What may be done again only after a while. By the clock of the machine, since a timer is told no other; where that is put back, nothing waits
 * as long as it was put back.
 */
final class Pauses<K> {
    private final Map<K, Long> begun = new HashMap<>();
    private final Duration length;

    Pauses(Duration length) {
        this.length = length;
    }

    boolean isOver(K of, long now) {
        var since = begun.get(of);
        return since == null || now < since || now - since >= length.toMillis();
    }

    /** @return whether it is the first since it was ended */
    boolean begin(K of, long now) {
        return begun.put(of, now) == null;
    }

    void end(K of) {
        begun.remove(of);
    }

    void endAll() {
        begun.clear();
    }
}
