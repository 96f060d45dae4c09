package topfive.processor.merge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which passages stood in the reports of which day. One that is carried again later, word for word, is no report of that day. */
final class Said {
    private static final int LOOKS_BACK = 7;

    private final TreeMap<LocalDate, OfDay> days = new TreeMap<>();

    /**
     * @param texts how many claims have it
     * @param byId the text of each claim
     */
    private record OfDay(Map<String, Integer> texts, Map<String, String> byId) {}

    void add(Reading reading) {
        if (reading.isCandidate()) {
            var day = days.computeIfAbsent(reading.day(), each -> new OfDay(new HashMap<>(), new HashMap<>()));
            reading.claims().forEach(claim -> {
                day.byId().put(claim.id(), claim.insight().claim());
                day.texts().merge(claim.insight().claim(), 1, Integer::sum);
            });
        }
    }

    void remove(Reading reading) {
        if (reading.isCandidate()) {
            var day = days.get(reading.day());
            reading.claims().forEach(claim -> {
                day.byId().remove(claim.id());
                day.texts().computeIfPresent(claim.insight().claim(), (text, count) -> count == 1 ? null : count - 1);
            });
        }
    }

    void forgetBefore(LocalDate day) {
        days.headMap(day).clear();
    }

    /** @return the cluster, with the evidence marked that was said before; nothing where that is all it says */
    Optional<Cluster> newsOf(LocalDate day, Cluster cluster) {
        var earlier = days.subMap(day.minusDays(LOOKS_BACK), day).values();
        if (earlier.isEmpty()) {
            return Optional.of(cluster);
        }
        var here = days.get(day).byId();
        // of a cluster of very many claims the earliest are looked at
        var ids = Stream.concat(Stream.of(cluster.id()), cluster.formerIds().stream());
        return ids.allMatch(id -> wasSaid(here.get(id), earlier))
                ? Optional.empty()
                : Optional.of(cluster.withSaidBefore(cluster.evidence().stream()
                        .map(Claim::id)
                        .filter(id -> wasSaid(here.get(id), earlier))
                        .toList()));
    }

    private static boolean wasSaid(String text, Collection<OfDay> earlier) {
        return earlier.stream().anyMatch(day -> day.texts().containsKey(text));
    }
}
