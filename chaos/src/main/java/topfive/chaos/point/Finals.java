package topfive.chaos.point;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topfive.chaos.World;
import topfive.contract.Day;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.PastDays;
import topfive.standalone.Analysis;
import topfive.standalone.topic.ReadDays;

/** The FINAL editions that stand in their topic, against those that the plain pipeline makes of the log. */
public final class Finals {
    private static final PastDays.Range EVER = new PastDays.Range(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));

    private Finals() {}

    /** By day, what is wrong with it; a day of which nothing is wrong is not there. */
    public static Map<LocalDate, List<String>> wrong(World world, Day days, Analysis analysis) {
        var wanted = wanted(world, days, analysis);
        var found = found(world);
        var wrong = new LinkedHashMap<LocalDate, List<String>>();
        wanted.forEach((day, bytes) -> {
            var here = found.getOrDefault(day, List.of());
            if (here.size() != 1) {
                note(wrong, day, here.size() + " FINAL editions");
            } else if (!Arrays.equals(bytes, here.get(0))) {
                note(
                        wrong,
                        day,
                        "other bytes than the plain pipeline's from byte " + Arrays.mismatch(bytes, here.get(0)));
            }
        });
        found.keySet().stream()
                .filter(day -> !wanted.containsKey(day))
                .forEach(day -> note(wrong, day, "a FINAL edition, and nobody closed that day"));
        return wrong;
    }

    /** What the plain pipeline makes of the log. */
    public static Map<LocalDate, byte[]> wanted(World world, Day days, Analysis analysis) {
        var wanted = new LinkedHashMap<LocalDate, byte[]>();
        try (var read = ReadDays.of(world.kafka())) {
            var past = new PastDays(
                    analysis.pipeline(List.of("en"), days),
                    EVER,
                    read.partitions(),
                    List.of(),
                    Map.of(),
                    made -> wanted.put(made.edition().day(), Json.bytes(made.edition())));
            read.into(past, records -> {});
        }
        return wanted;
    }

    /** Every record of the topic. */
    public static Map<LocalDate, List<byte[]>> found(World world) {
        var found = new LinkedHashMap<LocalDate, List<byte[]>>();
        for (var record : world.read(Topics.DAILY)) {
            var key = World.key(record);
            found.computeIfAbsent(LocalDate.parse(key.substring(key.indexOf('/') + 1)), day -> new ArrayList<>())
                    .add(record.value());
        }
        return found;
    }

    private static void note(Map<LocalDate, List<String>> wrong, LocalDate day, String what) {
        wrong.computeIfAbsent(day, each -> new ArrayList<>()).add(day + ": " + what);
    }
}
