package topfive.standalone.topic;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.EnsureTopics;
import topfive.contract.Topics;
import topfive.standalone.Refusal;

/** The topics as they must be before a service starts. */
public final class EnsuredTopics {
    private static final Logger LOG = LoggerFactory.getLogger(EnsuredTopics.class);

    private EnsuredTopics() {}

    /**
     * Logs what drifted.
     *
     * @return the topics that were missing
     * @throws Refusal where a partition count makes it impossible to start
     */
    public static List<String> on(Broker broker, boolean standalone) {
        var report = ensure(broker, standalone);
        report.drift().forEach(line -> LOG.warn("drift=\"{}\"", line));
        if (!report.refused().isEmpty()) {
            throw Refusal.configuration(
                    String.join("; ", report.refused()),
                    "keys have their partition: use another cluster, or delete the topic if its records may go");
        }
        return report.created();
    }

    private static EnsureTopics.Report ensure(Broker broker, boolean standalone) {
        try (var admin = broker.admin()) {
            return EnsureTopics.on(admin, Topics.ALL, standalone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while making the topics", "start again", e);
        } catch (ExecutionException e) {
            throw Refusal.failed(
                    "the topics cannot be made at " + broker.address() + ": "
                            + e.getCause().getMessage(),
                    "check that this user may create and describe topics",
                    e);
        }
    }
}
