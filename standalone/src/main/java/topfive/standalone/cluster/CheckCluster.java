package topfive.standalone.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import topfive.contract.Limits;
import topfive.contract.Topics;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/** Whether the brokers are set so that exactly once can work, and what may be lost by it all the same. */
final class CheckCluster {
    private static final long USUAL_RECORD = 1048588;
    private static final long SESSION = 7_000;

    private final Broker broker;
    private final int brokers;
    private final Map<String, String> settings;
    private final List<Finding> findings = new ArrayList<>();

    private CheckCluster(Broker broker, int brokers, Map<String, String> settings) {
        this.broker = broker;
        this.brokers = brokers;
        this.settings = settings;
    }

    static List<Finding> of(Broker broker) {
        try (var admin = broker.admin()) {
            if (!hasController(admin)) {
                throw noController(broker);
            }
            var nodes = admin.describeCluster().nodes().get();
            var asked = new ConfigResource(
                    ConfigResource.Type.BROKER, nodes.iterator().next().idString());
            var settings = settings(admin, asked);
            var check = new CheckCluster(broker, nodes.size(), settings);
            if (settings.isEmpty()) {
                check.unknown();
            } else {
                check.canWork(admin);
                check.mayLose();
            }
            return check.findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while asking for the brokers' settings", "start again", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RetriableException
                    ? wentAway(broker, e)
                    : Refusal.failed(
                            "the brokers' settings at " + broker.address() + " cannot be read: "
                                    + e.getCause().getMessage(),
                            "start again",
                            e);
        }
    }

    /** Asked where something was not made or changed in time, to tell why. */
    static boolean lacksController(Broker broker) {
        try (var admin = broker.admin()) {
            return !hasController(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }

    /** In the middle of being asked; whoever may wait asks again. */
    static Refusal wentAway(Broker broker, ExecutionException e) {
        return Refusal.unreachable(
                "the broker at " + broker.address() + " no longer answers: "
                        + e.getCause().getMessage(),
                "look whether it runs, and start again",
                e);
    }

    static Refusal noController(Broker broker) {
        return Refusal.unreachable(
                "the cluster at " + broker.address() + " has no controller, so nothing can be made or changed",
                "start a majority of its controllers (controller.quorum.voters, or kafka-metadata-quorum.sh describe --status)",
                null);
    }

    /** True where it is not known. */
    private static boolean hasController(Admin admin) throws InterruptedException, ExecutionException {
        var allowed = admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                .authorizedOperations()
                .get();
        if (allowed != null && !allowed.contains(AclOperation.DESCRIBE)) {
            return true; // to be asked all the same is an error in the controller's log
        }
        try {
            admin.describeMetadataQuorum().quorumInfo().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            if (!(e.getCause() instanceof AuthorizationException
                    || e.getCause() instanceof UnsupportedVersionException)) {
                throw e;
            }
            return true;
        }
    }

    private static Map<String, String> settings(Admin admin, ConfigResource asked)
            throws InterruptedException, ExecutionException {
        try {
            var settings = new HashMap<String, String>();
            admin.describeConfigs(List.of(asked)).all().get().get(asked).entries().stream()
                    .filter(entry -> entry.value() != null)
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            return settings;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Map.of();
            }
            throw e;
        }
    }

    private void unknown() {
        findings.add(Finding.risky(
                "the brokers' settings are not known: " + broker.user() + " may not describe them",
                Acl.command(broker, "DescribeConfigs", "--cluster")));
    }

    private void canWork(Admin admin) throws InterruptedException, ExecutionException {
        internal(admin, "__transaction_state", "transaction.state.log");
        internal(admin, "__consumer_offsets", "offsets.topic");
        atLeast("socket.request.max.bytes", Limits.DEAD_LETTER_RECORD + 64L * 1024, "a dead letter has up to 16 MiB");
        atLeast("message.max.bytes", USUAL_RECORD, "an edition has up to 1 MiB");
        if (number("group.min.session.timeout.ms", 0) > SESSION) {
            findings.add(Finding.wrong(
                    "group.min.session.timeout.ms is " + settings.get("group.min.session.timeout.ms")
                            + ", and the processor asks for " + SESSION,
                    "set it to 6000, which is Kafka's default"));
        }
        if (number("default.replication.factor", 1) > brokers) {
            copies(admin.listTopics().names().get().contains(Topics.DOCUMENTS.name()));
        }
        if (number("min.insync.replicas", 1) > number("default.replication.factor", 1)) {
            findings.add(Finding.wrong(
                    "min.insync.replicas is " + settings.get("min.insync.replicas")
                            + ", but default.replication.factor " + settings.get("default.replication.factor"),
                    "nothing could ever be written to a topic made so: raise the one or lower the other"));
        }
    }

    /** Where the topics are made already, it is a broker that is away for a while, and the others go on. */
    private void copies(boolean made) {
        var what = "default.replication.factor is " + settings.get("default.replication.factor") + ", but " + counted();
        findings.add(
                made
                        ? Finding.risky(what, "start the others")
                        : Finding.wrong(what, "start the others, or lower it: else no topic can be made"));
    }

    /** Kafka makes this topic when it is first needed, and where it cannot, a client waits for ever and is told nothing. */
    private void internal(Admin admin, String topic, String prefix) throws InterruptedException, ExecutionException {
        var wanted = number(prefix + ".replication.factor", 3);
        var inSync = prefix.startsWith("transaction") ? number(prefix + ".min.isr", 2) : 1;
        try {
            var weak = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .filter(partition ->
                            partition.leader() == null || partition.isr().size() < inSync)
                    .count();
            if (weak > 0) {
                findings.add(Finding.away(
                        weak + " partitions of " + topic + " have no leader or fewer than " + inSync
                                + " replicas in sync (" + counted() + ")",
                        "start the missing brokers; for a single one lower min.insync.replicas of that topic to 1"));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException && wanted > brokers) {
                findings.add(Finding.wrong(
                        prefix + ".replication.factor is " + wanted + ", but " + counted() + ": " + topic
                                + " cannot be made, and exactly once would wait for ever",
                        "start the others, or set " + prefix + ".replication.factor"
                                + (prefix.startsWith("transaction") ? " and " + prefix + ".min.isr" : "")
                                + " to 1 and restart the broker"));
            } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
        }
    }

    private void atLeast(String setting, long least, String why) {
        if (number(setting, least) < least) {
            findings.add(Finding.wrong(
                    setting + " is " + settings.get(setting) + ", at least " + least + " is needed: " + why,
                    "raise it on every broker"));
        }
    }

    private void mayLose() {
        if (brokers == 1 && number("default.replication.factor", 1) == 1) { // else others are away
            findings.add(Finding.risky(
                    "there is 1 broker: with its disk all is lost, and if it is killed (not stopped) in the middle of a transaction"
                            + " the processor may wait for ever",
                    "three brokers with three copies; stop this one with SIGTERM and time to end"));
        }
        if (brokers >= 3 && number("default.replication.factor", 1) == 1) {
            findings.add(Finding.risky(
                    "default.replication.factor is 1 on " + brokers + " brokers: with one disk all it holds is lost",
                    "set it to 3 before the topics are made; those that are there: kafka-reassign-partitions.sh"));
        }
        if (brokers >= 3 && number("min.insync.replicas", 1) == 1) {
            findings.add(Finding.risky(
                    "min.insync.replicas is 1 on " + brokers
                            + " brokers: what one broker alone acknowledged is lost with it",
                    "set it to 2"));
        }
        if (number("log.retention.bytes", -1) >= 0) {
            findings.add(Finding.risky(
                    "log.retention.bytes is " + settings.get("log.retention.bytes")
                            + ": documents go by size, before their 400 days are over",
                    "set retention.bytes=-1 on topfive.documents.v1 and topfive.insights.v1"));
        }
        if ("true".equals(settings.get("auto.create.topics.enable"))) {
            findings.add(Finding.risky(
                    "auto.create.topics.enable is true: whoever asks for a topic too early makes it with wrong settings",
                    "set it to false; run `topfive topics ensure` before subscribers start"));
        }
    }

    private long number(String setting, long unless) {
        var text = settings.get(setting);
        return text == null ? unless : Long.parseLong(text);
    }

    private String counted() {
        return brokers == 1 ? "there is 1 broker" : "there are " + brokers + " brokers";
    }
}
