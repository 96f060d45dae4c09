package topfive.standalone.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.PromptAdmin;
import topfive.contract.Readiness;
import topfive.standalone.topic.Broker;

/**
 * Looks every few seconds whether the broker answers and the topics are the ones that were there at the start. Kafka's clients wait for either
 * without a word, or with thousands; here each change is one line, and while something is wrong nobody is ready. Nothing exits.
 */
public final class TopicsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsWatch.class);

    private static final int ANSWER_WITHIN = 5_000;

    private final Broker broker;
    private final Admin admin;
    private final Needs needs;
    private final Map<String, Uuid> atTheStart = new HashMap<>();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "topics-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String wrong = "";
    private long wrongSince;

    private TopicsWatch(Broker broker, Needs needs) {
        this.broker = broker;
        this.admin = broker.admin(PromptAdmin.answeredWithin(ANSWER_WITHIN));
        this.needs = needs;
    }

    public static TopicsWatch start(Broker broker, Needs needs, Duration every) {
        var watch = new TopicsWatch(broker, needs);
        watch.schedule.scheduleWithFixedDelay(watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Not ready while something is wrong; says what. */
    public Readiness readiness() {
        return Readiness.not(wrong);
    }

    private void look() {
        try {
            var gone = new TreeSet<String>();
            var anew = new TreeSet<String>();
            var found = admin.describeTopics(needs.topics().keySet()).topicNameValues();
            for (var topic : found.entrySet()) {
                try {
                    var id = topic.getValue().get().topicId();
                    if (!atTheStart.computeIfAbsent(topic.getKey(), name -> id).equals(id)) {
                        anew.add(topic.getKey());
                    }
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof TopicAuthorizationException) {
                        var denied = Acl.denied(broker, AclOperation.DESCRIBE, topic.getKey());
                        say(denied.what() + "; to do: " + denied.remedy());
                        return;
                    }
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw e;
                    }
                    gone.add(topic.getKey());
                }
            }
            say(
                    !gone.isEmpty()
                            ? "deleted while this service runs: " + String.join(", ", gone)
                                    + "; to do: stop it, then `topfive topics ensure`, then start it"
                            : !anew.isEmpty()
                                    ? "deleted and made anew while this service runs: " + String.join(", ", anew)
                                            + "; to do: restart this service"
                                    : "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            say("the broker at " + broker.address() + " does not answer; waiting for it");
        } catch (Error e) { // it would end the schedule in silence
            LOG.error("the topics could not be looked at, and will be again", e);
        }
    }

    private void say(String now) {
        if (now.equals(wrong)) {
            return;
        }
        if (now.isEmpty()) {
            var took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - wrongSince);
            LOG.info("the broker at {} answers, and all is as it was, after {} s", broker.address(), took);
        } else {
            wrongSince = System.nanoTime();
            LOG.warn("{}", now);
        }
        wrong = now;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
