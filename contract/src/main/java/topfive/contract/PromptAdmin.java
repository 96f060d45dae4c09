package topfive.contract;

import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Settings by which an admin client that lives long notices that nobody answers. */
public final class PromptAdmin {
    private PromptAdmin() {}

    /**
     * Of Kafka's clients (4.3.1) only the admin client would wait an hour for the first answer on a new connection, and hears of a dead one
     * when a call has used up its time. That a connection is idle it does notice, usually after five minutes: the next call has a new one.
     *
     * @param millis in which a call is answered or has failed
     */
    public static Map<String, Object> answeredWithin(int millis) {
        return Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                (long) millis);
    }
}
