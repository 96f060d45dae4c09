package topfive.chaos.point;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import topfive.chaos.World;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;

/**
 * What was handed in, against what stands in the topics.
 *
 * @param log id and content hash of each document record, as often as it stands there
 * @param insights the id of each insight record, as often as it stands there
 */
public record Account(List<Entry> log, List<String> insights) {
    public Account {
        log = List.copyOf(log);
        insights = List.copyOf(insights);
    }

    public record Entry(String id, String contentHash) {}

    public static Account of(World world) {
        var log = new ArrayList<Entry>();
        for (var record : world.read(Topics.DOCUMENTS)) {
            if (!World.key(record).contains("/")
                    && Json.read(record.value(), FromProducers.class) instanceof Document document) {
                log.add(new Entry(document.id(), document.contentHash()));
            }
        }
        return new Account(
                log, world.read(Topics.INSIGHTS).stream().map(World::key).toList());
    }

    Set<String> ids() {
        var ids = new HashSet<String>();
        log.forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    /** Of those that somebody was promised. */
    public List<String> lost(Collection<String> promised) {
        var there = ids();
        return promised.stream().distinct().filter(id -> !there.contains(id)).toList();
    }

    /** The same text of the same document more than once. */
    public List<Entry> doubled() {
        return moreThanOnce(log);
    }

    public List<String> doubledInsights() {
        return moreThanOnce(insights);
    }

    private static <T> List<T> moreThanOnce(List<T> all) {
        Map<T, Integer> times = new HashMap<>();
        all.forEach(each -> times.merge(each, 1, Integer::sum));
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
