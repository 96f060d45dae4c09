package topfive.bench;

import java.util.Locale;
import topfive.contract.Json;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;

/**
 * Budget: placing one insight among 10,000 of the day takes at most 2 ms of the processor, and sub-linear beyond; a tick of the topology,
 * which says how the day stands after something new, milliseconds; a restart well below a minute.
 *
 * <p>Arguments: how many insights the day has, each filled in as a restart does.
 */
public final class PlaceInsights {
    private static final int PLACED = 2_000;
    private static final int TICKS = 200;

    private PlaceInsights() {}

    public static void main(String[] sizes) {
        for (var size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int size) {
        var invented = new InventedDay(5);
        var cells = new Cells(Rules.CURRENT);
        var decoding = new Spent();
        for (int i = 0; i < size; i++) {
            var bytes = Json.bytes(invented.next());
            decoding.on(() -> cells.restore(Json.read(bytes, Reading.class)));
        }
        var start = Spent.byAllThreads();
        var clock = System.nanoTime();
        cells.summaries(InventedDay.DAY, InventedDay.CLOSES);
        System.out.printf(
                Locale.ROOT,
                "%,9d insights: restored with %.1f s decoding and %.1f s comparing, by all cores in %.1f s%n",
                size,
                decoding.sum() / 1000,
                Spent.byAllThreads() - start,
                (System.nanoTime() - clock) / 1e9);
        var placing = new Spent();
        var ticking = new Spent();
        for (int i = 0; i < PLACED; i++) {
            var reading = invented.next();
            placing.on(() -> cells.place(reading));
            if (i % (PLACED / TICKS) == 0) {
                ticking.on(() -> cells.summaries(InventedDay.DAY, InventedDay.CLOSES));
            }
        }
        System.out.println("          place one: " + placing);
        System.out.println("          tick:      " + ticking);
        System.gc();
        var memory = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "          memory:    %,d MB%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
    }
}
