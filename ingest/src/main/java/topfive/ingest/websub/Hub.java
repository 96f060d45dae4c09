package topfive.ingest.websub;

import java.util.Map;

/** How a hub is asked. */
public interface Hub {
    /**
     * Never throws for what a hub or a network does: that is an answer.
     *
     * @param form names and values, to be sent as {@code application/x-www-form-urlencoded}
     */
    Answer post(String url, Map<String, String> form) throws InterruptedException;

    /** @param why in one line, "" where it was accepted */
    record Answer(boolean accepted, String why) {
        public static final Answer ACCEPTED = new Answer(true, "");

        public static Answer refused(String why) {
            return new Answer(false, why);
        }
    }
}
