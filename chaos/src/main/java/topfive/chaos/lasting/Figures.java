package topfive.chaos.lasting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import topfive.chaos.App;

/** What a service says at {@code /metrics}: text in Prometheus' format. Pure but for {@link #of}. */
record Figures(List<String> lines) {
    Figures {
        lines = List.copyOf(lines);
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
