package topfive.chaos.lasting;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topfive.chaos.Journal;
import topfive.chaos.Oracle;
import topfive.chaos.Published;
import topfive.chaos.Verdict;
import topfive.chaos.Wanted;
import topfive.chaos.World;

/** Where one run gathers its figures, and what was not as it must be. For use by several threads. */
final class Stage {
    private final Journal journal;
    private final Path folder;
    private final long seed;
    private final Map<String, Object> figures = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    Stage(Journal journal, Path folder, long seed) {
        this.journal = journal;
        this.folder = folder;
        this.seed = seed;
    }

    Journal journal() {
        return journal;
    }

    Path folder() {
        return folder;
    }

    long seed() {
        return seed;
    }

    void put(String name, Object figure) {
        figures.put(name, figure);
    }

    Map<String, Object> figures() {
        return figures;
    }

    List<String> wrong() {
        return wrong;
    }

    void wrong(String what) {
        wrong.add(what);
        journal.say("wrong", "what", what);
    }

    void must(boolean holds, String otherwise) {
        if (!holds) {
            wrong(otherwise);
        }
    }

    /** Against the product's functions and an undisturbed run over the same log. */
    void judge(String name, World world, List<LocalDate> days) throws Exception {
        var verdict = Verdict.on(world, days, folder.resolve("calm-" + name), journal);
        put("compared " + name, verdict.compared());
        verdict.differences().forEach(this::wrong);
    }

    /** Against the product's functions alone: for more documents than a second run could read within reason. */
    void judgeByFunctions(String name, World world) {
        var found = Published.on(world);
        var wanted = Wanted.on(world);
        put(
                "compared " + name,
                Map.of(
                        "editions", found.editions().size(),
                        "decisions", found.decisions().size(),
                        "insights", found.insights().size(),
                        "deadLetters", found.letters().size()));
        Oracle.differences(wanted, found).forEach(this::wrong);
        must(!found.editions().isEmpty(), "no edition was published");
    }
}
