package topfive.chaos;

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
     * Holds the log against what was acknowledged, and what was published against the product's functions over that log and, where it is
     * wished for, against an undisturbed run over a copy of it. The cluster must be there and at rest, every FINAL edition published.
     */
    public static Verdict on(World world, Expected expected, Journal journal) throws Exception {
        var found = Published.on(world);
        var log = world.read(Topics.DOCUMENTS);
        var compared = new TreeMap<>(Map.of(
                "records", log.size(),
                "pushes", expected.sent().pushes(),
                "editions", found.editions().size(),
                "decisions", found.decisions().size(),
                "insights", found.insights().size(),
                "deadLetters", found.letters().size()));
        journal.say("published", "compared", compared);
        var differences = new ArrayList<String>();
        note("what was acknowledged", expected.sent().differences(log), differences, journal);
        note("the days", missing(expected, found), differences, journal);
        var wanted = Wanted.on(world, expected.zone(), expected.poison());
        note("the functions", Oracle.differences(wanted, found), differences, journal);
        if (expected.calm() != null) {
            var calm = Calm.over(log, expected.days(), expected.zone(), expected.calm(), world.standalone());
            note("the undisturbed run", Oracle.differences(calm, found), differences, journal);
            compared.put("undisturbedRuns", 1);
        }
        return new Verdict(differences, compared);
    }

    private static List<String> missing(Expected expected, Published found) {
        var there = found.days();
        return expected.days().stream()
                .filter(day -> !there.contains(day))
                .map(day -> "no FINAL edition of " + day)
                .toList();
    }

    private static void note(String with, List<String> lines, List<String> differences, Journal journal) {
        journal.say("compared with " + with, "differences", lines.size());
        lines.forEach(line -> journal.log("difference", "from", with, "what", line));
        lines.forEach(line -> differences.add("against " + with + ": " + line));
    }
}
