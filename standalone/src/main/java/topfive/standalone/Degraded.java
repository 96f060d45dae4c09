package topfive.standalone;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What somebody should look at although the work goes on. Told from the metrics, so that what is named here and what raises an alert is the
 * same.
 */
final class Degraded {
    private static final Duration LATELY = Duration.ofMinutes(10);
    /** A day is closed within seconds; this is no hurry. */
    private static final double OVERDUE = 900;

    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Deque<Count> letters = new ArrayDeque<>();

    private record Count(Instant at, double letters) {}

    Degraded(MeterRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        letters.add(new Count(clock.instant(), 0));
    }

    /** One line each, the most urgent first; empty where all is well. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        var overdue = of("topfive.day.overdue.seconds");
        if (overdue > OVERDUE) {
            lines.add("a day is overdue for " + whole(overdue / 60) + " minutes");
        }
        if (of("topfive.clock.alarm") > 0) {
            lines.add("this clock and the broker's are " + whole(of("topfive.clock.apart.seconds"))
                    + " s apart: no day is closed");
        }
        if (of("topfive.dropped.records") > 0) {
            lines.add(counted(of("topfive.dropped.records"), "record") + " dropped by Kafka Streams");
        }
        var fresh = freshLetters();
        if (fresh > 0) {
            lines.add(counted(fresh, "dead letter") + " within 10 minutes: topfive dead-letters list");
        }
        if (of("topfive.sources.failing") > 0) {
            lines.add(counted(of("topfive.sources.failing"), "source") + " failing: topfive sources list");
        }
        return lines;
    }

    private synchronized double freshLetters() {
        var now = clock.instant();
        var all = of("topfive.dead.letters");
        letters.add(new Count(now, all));
        // the last count from before the window stays: it is what the window began with
        while (letters.size() > 1
                && letters.stream().skip(1).findFirst().orElseThrow().at().isBefore(now.minus(LATELY))) {
            letters.poll();
        }
        return all - letters.peek().letters();
    }

    /** All meters of the name together; 0 where there is none. */
    private double of(String name) {
        return metrics.find(name).meters().stream()
                .mapToDouble(Degraded::value)
                .filter(Double::isFinite)
                .sum();
    }

    private static double value(Meter meter) {
        return meter.measure().iterator().next().getValue();
    }

    private static String counted(double number, String what) {
        return whole(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
