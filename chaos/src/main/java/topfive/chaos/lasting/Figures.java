package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import topfive.chaos.App;
import topfive.chaos.Deadline;
import topfive.chaos.Watch;

/** What a service says at {@code /metrics}: text in Prometheus' format. Pure but for {@link #of}. */
record Figures(List<String> lines) {
    Figures {
        lines = List.copyOf(lines);
    }

    /**
     * Until nothing waits before any stage: how much of what one stage hands to the next is left, only the processor itself can tell.
     *
     * @throws TimeoutException where something still does
     */
    static void awaitNoLag(App processor, Watch watch, Duration atMost) throws InterruptedException, TimeoutException {
        watch.awaitNone(atMost);
        Deadline.await(
                "nothing waits between the stages", atMost, () -> of(processor).sum("topfive_lag_records", "") == 0);
    }

    /** Empty while the service does not answer. */
    static Figures of(App app) throws InterruptedException {
        try {
            return new Figures(app.get("/metrics").body().lines().toList());
        } catch (IOException e) {
            return new Figures(List.of());
        }
    }

    /**
     * All series of a name together.
     *
     * @param label a part of its labels, {@code area="heap"} for one; "" for all
     * @return NaN where there is none
     */
    double sum(String name, String label) {
        var found = new ArrayList<Double>();
        for (var line : lines) {
            if ((line.startsWith(name + "{") || line.startsWith(name + " ")) && line.contains(label)) {
                found.add(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        return found.isEmpty()
                ? Double.NaN
                : found.stream().mapToDouble(Double::doubleValue).sum();
    }
}
