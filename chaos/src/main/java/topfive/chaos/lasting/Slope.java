package topfive.chaos.lasting;

import java.util.ArrayList;
import java.util.List;

/**
 * How something measured grows with time, by least squares.
 *
 * @param perHour the slope
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
record Slope(double perHour, double low, double high) {
    /**
     * Samples that follow each other are alike, which would make the interval too narrow: the mean of each of so many stretches counts as one
     * measurement.
     */
    static final int STRETCHES = 20;

    /** Student's t for 18 degrees of freedom, two-sided 95 %. */
    private static final double T = 2.100922;

    /** One value at one time. */
    record Sample(double hour, double value) {}

    /** What the interval says of growth that is worth naming. */
    enum Says {
        GROWS,
        STAYS,
        /** It holds both: too wide to tell. */
        NOT_SHOWN
    }

    Says says(double worth) {
        return low > worth ? Says.GROWS : high <= worth ? Says.STAYS : Says.NOT_SHOWN;
    }

    /** @throws IllegalArgumentException where there are fewer samples than {@link #STRETCHES} */
    static Slope of(List<Sample> samples) {
        if (samples.size() < STRETCHES) {
            throw new IllegalArgumentException("needs " + STRETCHES + " samples, has " + samples.size());
        }
        var points = stretches(samples);
        var hour = points.stream().mapToDouble(Sample::hour).average().orElseThrow();
        var value = points.stream().mapToDouble(Sample::value).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (var each : points) {
            xx += (each.hour() - hour) * (each.hour() - hour);
            xy += (each.hour() - hour) * (each.value() - value);
        }
        var slope = xy / xx;
        double left = 0;
        for (var each : points) {
            var off = each.value() - value - slope * (each.hour() - hour);
            left += off * off;
        }
        var half = T * Math.sqrt(left / (STRETCHES - 2) / xx);
        return new Slope(slope, slope - half, slope + half);
    }

    private static List<Sample> stretches(List<Sample> samples) {
        var points = new ArrayList<Sample>();
        for (int i = 0; i < STRETCHES; i++) {
            var stretch = samples.subList(i * samples.size() / STRETCHES, (i + 1) * samples.size() / STRETCHES);
            points.add(new Sample(
                    stretch.stream().mapToDouble(Sample::hour).average().orElseThrow(),
                    stretch.stream().mapToDouble(Sample::value).average().orElseThrow()));
        }
        return points;
    }
}
