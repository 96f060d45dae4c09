package topfive.chaos.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import topfive.chaos.App;

/** What a process that lives on needs of the machine, over time. */
final class Vitals {
    /**
     * Growth an hour that is worth naming, decided on before anything was measured: a process may gain as much and still live for a month in
     * the memory of a small machine, or within the usual 1,024 handles for days.
     */
    static final Map<String, Double> WORTH = worth();

    private static final double MEBIBYTE = 1 << 20;

    private final App app;
    private final Map<String, List<Slope.Sample>> samples = new LinkedHashMap<>();

    Vitals(App app) {
        this.app = app;
        WORTH.keySet().forEach(name -> samples.put(name, new ArrayList<>()));
    }

    private static Map<String, Double> worth() {
        var worth = new LinkedHashMap<String, Double>();
        worth.put("rssMiB", 20.0);
        worth.put("heapAfterCollectionMiB", 8.0);
        worth.put("threads", 2.0);
        worth.put("handles", 6.0);
        return worth;
    }

    /** @return what was measured; empty where the process is gone */
    Map<String, Double> sample(double hour) throws IOException, InterruptedException {
        var now = new LinkedHashMap<String, Double>();
        var process = Path.of("/proc/" + app.jvm().pid());
        if (!app.jvm().alive()) {
            return now;
        }
        collect();
        var status = Files.readAllLines(process.resolve("status"));
        now.put("rssMiB", field(status, "VmRSS:") / 1024);
        now.put("threads", field(status, "Threads:"));
        try (var handles = Files.list(process.resolve("fd"))) {
            now.put("handles", (double) handles.count());
        }
        now.put("heapAfterCollectionMiB", Figures.of(app).sum("jvm_memory_used_bytes", "area=\"heap\"") / MEBIBYTE);
        now.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                samples.get(name).add(new Slope.Sample(hour, value));
            }
        });
        return now;
    }

    /** By the last two thirds: in the first one the process warms up. */
    Map<String, Object> slopes() {
        var slopes = new LinkedHashMap<String, Object>();
        samples.forEach((name, all) -> {
            var late = all.subList(all.size() / 3, all.size());
            slopes.put(name, late.size() < Slope.STRETCHES ? "too few samples" : Slope.of(late));
        });
        return slopes;
    }

    /** The heap that is in use counts only right after a collection; one of a few dozen MiB takes a tenth of a second. */
    private void collect() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, "" + app.jvm().pid(), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static double field(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(Double.NaN);
    }
}
