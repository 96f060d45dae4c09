package topfive.standalone.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import topfive.processor.Processor;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/** Whether this user may do what the service will do: asked of the broker, not found out in the middle of a day. */
final class CheckRights {
    private static final String OWN = "--resource-pattern-type prefixed --topic " + Processor.APPLICATION;
    private static final Duration TRANSACTIONS_WITHIN = Duration.ofSeconds(15);

    private final Broker broker;
    private final List<Finding> findings = new ArrayList<>();

    private CheckRights(Broker broker) {
        this.broker = broker;
    }

    static List<Finding> of(Broker broker, Needs needs) {
        var check = new CheckRights(broker);
        try (var admin = broker.admin()) {
            check.topics(admin, needs);
            if (needs.transactions()) {
                check.group(admin);
                check.ownTopics(admin);
                check.transactions();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while asking what this user may do", "start again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                throw CheckCluster.wentAway(broker, e);
            }
            throw Refusal.failed(
                    "what " + broker.user() + " may do at " + broker.address() + " cannot be found out: "
                            + e.getCause().getMessage(),
                    "start again",
                    e);
        }
        return check.findings;
    }

    private void topics(Admin admin, Needs needs) throws InterruptedException, ExecutionException {
        var described = admin.describeTopics(
                        needs.topics().keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (var topic : needs.topics().entrySet()) {
            try {
                var allowed = described.get(topic.getKey()).get().authorizedOperations();
                if (allowed != null) {
                    topic.getValue().stream()
                            .filter(operation -> !allowed.contains(operation))
                            .forEach(operation -> findings.add(Acl.denied(broker, operation, topic.getKey())));
                }
            } catch (ExecutionException e) { // one that is missing or out of sight was named before
                if (!(e.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException
                        || e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
            }
        }
    }

    private void group(Admin admin) throws InterruptedException, ExecutionException {
        try {
            var group = admin.describeConsumerGroups(
                            List.of(Processor.APPLICATION),
                            new org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions()
                                    .includeAuthorizedOperations(true))
                    .describedGroups()
                    .get(Processor.APPLICATION)
                    .get();
            if (group.authorizedOperations() != null
                    && !group.authorizedOperations().contains(AclOperation.READ)) {
                noGroup();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                noGroup();
            } else if (!(e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    private void noGroup() {
        findings.add(Finding.wrong(
                broker.user() + " may not read in group " + Processor.APPLICATION,
                Acl.command(broker, "Read", "--group " + Processor.APPLICATION)));
    }

    /** Repartition topics and changelogs are made by the processor itself. */
    private void ownTopics(Admin admin) throws InterruptedException, ExecutionException {
        try {
            var probe = new NewTopic(Processor.APPLICATION + "-probe", Optional.of(1), Optional.empty());
            admin.createTopics(List.of(probe), new CreateTopicsOptions().validateOnly(true))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
            var sees = !(e.getCause() instanceof TopicAuthorizationException);
            findings.add(Finding.wrong(
                    broker.user() + " may not create topics that begin with " + Processor.APPLICATION
                            + (sees ? ": " + e.getCause().getMessage() : ""),
                    Acl.command(broker, "All", OWN)));
        }
    }

    /** The only sure proof that transactions work is to begin to use one. */
    private void transactions() {
        var properties = new HashMap<>(broker.clientProperties());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Processor.APPLICATION + "-probe");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTIONS_WITHIN.toMillis());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        } catch (TimeoutException e) {
            findings.add(Finding.away(
                    "no transaction can begin at " + broker.address() + " within " + TRANSACTIONS_WITHIN.toSeconds()
                            + " s",
                    "look at topic __transaction_state: each partition needs a leader and transaction.state.log.min.isr"
                            + " replicas in sync"));
        } catch (KafkaException e) {
            noTransactions(e);
        }
    }

    private void noTransactions(KafkaException e) {
        if (e instanceof AuthorizationException || e.getCause() instanceof AuthorizationException) {
            findings.add(Finding.wrong(
                    broker.user() + " may not use transactions that begin with " + Processor.APPLICATION,
                    Acl.command(
                            broker,
                            "Write",
                            "--resource-pattern-type prefixed --transactional-id " + Processor.APPLICATION)));
        } else {
            findings.add(Finding.wrong(
                    "no transaction can begin at " + broker.address() + ": " + e.getMessage(), "see the brokers' log"));
        }
    }
}
