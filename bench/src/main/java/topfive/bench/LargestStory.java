package topfive.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;

/**
 * Budget: no record takes over two seconds, the largest story included. One idea in so many wordings, and in so many copies of one wording;
 * the day is asked for after every hundredth. Then every tenth is withdrawn.
 *
 * <p>Argument: how many, 20,000 where none is given.
 */
public final class LargestStory {
    private LargestStory() {}

    public static void main(String[] args) {
        int count = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
        var invented = new InventedDay(5);
        measure("copies", count, number -> {
            var claim = invented.nextOfOneIdea().claims().get(0);
            return InventedDay.reading(
                    number, "One text that everybody carries, because it is free.", claim.vector(), claim.words());
        });
        var again = new InventedDay(5);
        measure("wordings", count, number -> again.nextOfOneIdea());
    }

    private static void measure(String what, int count, IntFunction<Reading> readings) {
        var cells = new Cells(Rules.CURRENT);
        var placing = new Spent();
        var ticking = new Spent();
        var withdrawing = new Spent();
        var withdrawn = new ArrayList<Reading>();
        for (int i = 0; i < count; i++) {
            var reading = readings.apply(i);
            if (i % 10 == 0) {
                withdrawn.add(reading);
            }
            placing.on(() -> cells.place(reading));
            if (i % 100 == 99) {
                ticking.on(() -> cells.summaries(InventedDay.DAY, InventedDay.CLOSES));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d %s of one idea%n          place one:    %s%n          tick:         %s%n",
                count,
                what,
                placing,
                ticking);
        for (var reading : withdrawn.subList(0, Math.min(200, withdrawn.size()))) {
            withdrawing.on(() -> cells.place(gone(reading)));
        }
        withdrawing.on(() -> cells.summaries(InventedDay.DAY, InventedDay.CLOSES));
        System.out.printf(Locale.ROOT, "          withdraw one: %s%n", withdrawing);
    }

    /** A later revision that says nothing. */
    private static Reading gone(Reading reading) {
        return new Reading(
                reading.documentId(),
                "nothing",
                reading.sourceId(),
                reading.fetchedAt().plusSeconds(1),
                reading.day(),
                reading.language(),
                null,
                false,
                List.of());
    }
}
