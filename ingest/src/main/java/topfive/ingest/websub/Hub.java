package topfive.ingest.websub;

import java.util.Map;
import java.util.Optional;

/** How a hub is asked. */
public interface Hub {
    /**
     * Never throws for what a hub or a network does: that is an answer.
     *
     * @param form names and values, to be sent as {@code application/x-www-form-urlencoded} to the topic's hub
     * @return empty where it was accepted (2xx); else why not, in one line
     */
    Optional<String> post(Topic topic, Map<String, String> form) throws InterruptedException;
}
