package topfive.chaos.lasting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import topfive.chaos.World;
import topfive.contract.Topics;

/** How often each document stands in the log. */
record Kept(Map<String, Integer> times) {
    static Kept in(World world) {
        var times = new HashMap<String, Integer>();
        world.read(Topics.DOCUMENTS).forEach(record -> times.merge(World.key(record), 1, Integer::sum));
        return new Kept(times);
    }

    long lost(Set<String> acknowledged) {
        return acknowledged.stream().filter(id -> !times.containsKey(id)).count();
    }

    long doubled(Set<String> acknowledged) {
        return acknowledged.stream().filter(id -> times.getOrDefault(id, 0) > 1).count();
    }
}
