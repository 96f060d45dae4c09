package topfive.ingest.fetch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The hosts that are not to be asked before a moment. */
final class LeftAlone {
    private static final int MANY = 10_000;

    private final Map<String, Rest> rests = new ConcurrentHashMap<>();

    /** @param why words for the operator */
    record Rest(Instant until, String why) {}

    /** Of two wishes the longer one holds. */
    void add(String host, Rest rest, Instant now) {
        if (rests.size() >= MANY) {
            rests.values().removeIf(old -> !now.isBefore(old.until()));
        }
        rests.merge(host, rest, (old, wanted) -> old.until().isAfter(wanted.until()) ? old : wanted);
    }

    Optional<Fetched> refusal(String host, Instant now) {
        return Optional.ofNullable(rests.get(host))
                .filter(rest -> now.isBefore(rest.until()))
                .map(rest -> new Fetched.Later(rest.until(), host + " " + rest.why() + ": not before " + rest.until()));
    }

    Map<String, Instant> at(Instant now) {
        return rests.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().until()));
    }
}
