package topfive.dashboard.days;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.SourceState;

/**
 * Every day that is known, the latest of each: a FINAL of topfive.daily.v1 stands before whatever the live topic says of that day.
 * Whoever reads the topics calls {@link #live}, {@link #daily} and {@link #decision}; a null value is a withdrawal.
 */
public final class Days {
    private final Map<String, Held> live = new TreeMap<>();
    private final Map<String, Held> daily = new TreeMap<>();
    private final Map<String, Map<String, Decision>> decisions = new HashMap<>();
    private final Map<String, SourceState> sources = new TreeMap<>();
    private final LiveEvents events;

    public Days() {
        this(new LiveEvents(1_000, 16 * 1024 * 1024));
    }

    public Days(LiveEvents events) {
        this.events = events;
    }

    public LiveEvents events() {
        return events;
    }

    /** @param key edition/day */
    public synchronized void live(long offset, String key, Held held) {
        var event = LiveEvent.of(offset, key, held == null ? null : held.json());
        put(live, key, held);
        events.add(event);
    }

    /** @param key edition/day */
    public synchronized void daily(String key, Held held) {
        put(daily, key, held);
    }

    /**
     * Only the decisions on the five are kept: the edition itself says why the others missed, and a quarter of a year of them is many.
     *
     * @param key edition/day/cluster id
     */
    public synchronized void decision(String key, Decision decision) {
        var slash = key.lastIndexOf('/');
        var ofDay = decisions.computeIfAbsent(key.substring(0, slash), day -> new TreeMap<>());
        put(ofDay, key.substring(slash + 1), decision == null || decision.rank() == null ? null : decision);
    }

    /** @param id of the source; null as its state where it is no longer known */
    public synchronized void source(String id, SourceState state) {
        put(sources, id, state);
    }

    /** By id. */
    public synchronized List<SourceState> sources() {
        return List.copyOf(sources.values());
    }

    public synchronized Optional<Held> of(String edition, LocalDate day) {
        return shown(edition + "/" + day);
    }

    /** Newest first. */
    public synchronized List<Held> all(String edition) {
        return java.util.stream.Stream.concat(live.keySet().stream(), daily.keySet().stream())
                .distinct()
                .flatMap(key -> shown(key).stream())
                .filter(held -> held.edition().edition().equals(edition))
                .sorted(Comparator.comparing((Held held) -> held.edition().day())
                        .reversed())
                .toList();
    }

    /** Of the five, by cluster id; empty while the day is open, since decisions are written at its close. */
    public synchronized Map<String, Decision> decisions(String edition, LocalDate day) {
        return Map.copyOf(decisions.getOrDefault(edition + "/" + day, Map.of()));
    }

    /** The newest day that holds this cluster, also under a former id. */
    public Optional<Held> holding(String edition, String clusterId) {
        return all(edition).stream()
                .filter(held -> held.edition().insights().stream().anyMatch(insight -> named(insight, clusterId)))
                .findFirst();
    }

    public static boolean named(Edition.Ranked insight, String clusterId) {
        return insight.clusterId().equals(clusterId) || insight.formerIds().contains(clusterId);
    }

    private Optional<Held> shown(String key) {
        var open = live.get(key);
        var closed = daily.get(key);
        if (closed == null) {
            return Optional.ofNullable(open);
        }
        // a later revision reaches both topics in one transaction, but one of them is read first
        var newer = open != null
                && open.closed()
                && open.edition().revision() > closed.edition().revision();
        return Optional.of(newer ? open : closed);
    }

    private static <V> void put(Map<String, V> map, String key, V value) {
        if (value == null) {
            map.remove(key);
            return;
        }
        map.put(key, value);
    }
}
