package topfive.dashboard;

import java.io.IOException;

/** Serves the written days of the tests, for looking at the page: prints its address and runs until its input ends. */
final class ShowTheDay {
    private ShowTheDay() {}

    public static void main(String[] arguments) throws IOException {
        try (var showing = Showing.both()) {
            var changed = Showing.edition("a-changed-day");
            System.err.println(showing.service.url());
            while (System.in.read() != -1) { // each line shows the changed day
                showing.live(changed);
            }
        }
    }
}
