package topfive.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where one run gathers its figures, and what was not as it must be. For use by several threads. */
public final class Stage {
    static final String LEFT_OUT = "leftOut";

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

    public Journal journal() {
        return journal;
    }

    public Path folder() {
        return folder;
    }

    public long seed() {
        return seed;
    }

    public void put(String name, Object figure) {
        figures.put(name, figure);
    }

    Map<String, Object> figures() {
        return figures;
    }

    List<String> wrong() {
        return wrong;
    }

    public void wrong(String what) {
        wrong.add(what);
        journal.say("wrong", "what", what);
    }

    public void must(boolean holds, String otherwise) {
        if (!holds) {
            wrong(otherwise);
        }
    }

    /** What cannot be tried on this machine: the run has not shown it. */
    public void leftOut(String what) {
        put(LEFT_OUT, what);
        journal.say("left out", "what", what);
    }

    /** @param name of the part that is judged, for the figures */
    public void judge(String name, World world, Expected expected) throws Exception {
        var verdict = Verdict.on(world, expected, journal);
        put("compared " + name, verdict.compared());
        verdict.differences().forEach(this::wrong);
    }
}
