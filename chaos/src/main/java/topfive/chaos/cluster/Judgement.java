package topfive.chaos.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.Deadline;
import topfive.chaos.Journal;
import topfive.chaos.Oracle;
import topfive.chaos.Published;
import topfive.chaos.Wanted;
import topfive.chaos.World;
import topfive.contract.Topics;

/** Waits until all that stands in the log has been worked on, and asks the oracle. */
final class Judgement {
    private Judgement() {}

    /** @return one line for each difference */
    static List<String> on(World world, Group group, int days, Journal journal, Duration atMost) throws Exception {
        var waited = Deadline.await("everything is worked on", atMost, () -> isDone(world, group, days));
        journal.say("all is worked on", "waited", waited);
        var found = Published.on(world);
        var lines = Oracle.differences(Wanted.on(world), found);
        journal.say(
                "oracle",
                "differences",
                lines.size(),
                "editions",
                found.editions().size(),
                "insights",
                found.insights().size(),
                "letters",
                found.letters().size());
        return lines;
    }

    private static boolean isDone(World world, Group group, int days) throws Exception {
        var committed = group.freshOffsets();
        var ends = ends(world);
        return ends.entrySet().stream()
                        .allMatch(end -> end.getValue() == 0 || end.getValue().equals(committed.get(end.getKey())))
                && world.read(Topics.DAILY).size() >= days;
    }

    private static Map<TopicPartition, Long> ends(World world) throws Exception {
        try (var admin = world.admin()) {
            var name = Topics.DOCUMENTS.name();
            var latest = admin.describeTopics(List.of(name)).allTopicNames().get().get(name).partitions().stream()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(name, each.partition()), each -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        }
    }
}
