package topfive.chaos;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topfive.contract.Topics;

/**
 * What the oracle says of a run.
 *
 * @param differences none where all is as it must be
 * @param compared how many of what
 */
public record Verdict(List<String> differences, Map<String, Integer> compared) {
    public Verdict {
        differences = List.copyOf(differences);
        compared = new TreeMap<>(compared);
    }

    /**
     * Holds what was published against the product's functions over the same log, and against an undisturbed run over a copy of it. The
     * cluster must be there and at rest, every FINAL edition published.
     *
     * @param folder where the undisturbed run works
     */
    public static Verdict on(World world, List<LocalDate> days, Path folder, Journal journal) throws Exception {
        var found = Published.on(world);
        var log = world.read(Topics.DOCUMENTS);
        var compared = Map.of(
                "records", log.size(),
                "editions", found.editions().size(),
                "decisions", found.decisions().size(),
                "insights", found.insights().size(),
                "deadLetters", found.letters().size());
        journal.say("published", "compared", compared);
        var differences = new ArrayList<String>();
        compare("the functions", Wanted.on(world), found, differences, journal);
        compare("the undisturbed run", Calm.over(log, days, folder, world.standalone()), found, differences, journal);
        return new Verdict(differences, compared);
    }

    public static Verdict stuck(String why) {
        return new Verdict(List.of("stuck: " + why), Map.of());
    }

    /** Says it, and returns the exit status. */
    public int status() {
        differences.forEach(System.out::println);
        System.out.println(differences.isEmpty() ? "all as it must be" : differences.size() + " differences");
        return differences.isEmpty() ? 0 : 1;
    }

    private static void compare(
            String with, Published wanted, Published found, List<String> differences, Journal journal) {
        var lines = Oracle.differences(wanted, found);
        journal.say("compared with " + with, "differences", lines.size());
        lines.forEach(line -> journal.log("difference", "from", with, "what", line));
        lines.forEach(line -> differences.add("against " + with + ": " + line));
    }
}
