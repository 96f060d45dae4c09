package topfive.dashboard;

import java.io.IOException;
import java.util.List;

/** Serves the written days of the tests, for looking at the page: prints its address and runs until its input ends. */
final class ShowTheDay {
    private ShowTheDay() {}

    public static void main(String[] arguments) throws IOException {
        try (var showing = Showing.both()) {
            var next = List.of("a-changed-day", "an-open-day");
            System.err.println(showing.service.url());
            for (var n = 0; System.in.read() != -1; n++) { // each key shows the day a little later
                showing.live(Showing.edition(next.get(n % 2)));
            }
        }
    }
}
