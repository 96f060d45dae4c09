package topfive.standalone.command;

import java.io.PrintWriter;
import topfive.standalone.Refusal;
import topfive.standalone.broker.Ports;

/** On which port the demo shows its page. */
final class PageOfDemo {
    private static final int USUAL = 8080;

    private PageOfDemo() {}

    /** @param wanted null where the user did not say */
    static int port(Integer wanted, boolean once, PrintWriter err) {
        if (wanted == null && once) {
            return 0;
        }
        if (wanted == null && Ports.taken(USUAL)) {
            err.println("port " + USUAL + " is taken: the page gets a free one");
            return 0;
        }
        if (wanted != null && wanted != 0 && Ports.taken(wanted)) {
            throw Refusal.failed(
                    "port " + wanted + " of 127.0.0.1 is taken", "take another one; --port 0 picks a free one");
        }
        return wanted == null ? USUAL : wanted;
    }
}
