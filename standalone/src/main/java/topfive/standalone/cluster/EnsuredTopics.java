package topfive.standalone.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import topfive.contract.EnsureTopics;
import topfive.contract.TopicDrift;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/** The topics as they must be before a service starts. */
public final class EnsuredTopics {
    private static final String FIX = "topfive topics ensure --fix (changes settings only, no partitions, no records)";

    /**
     * What somebody has asked for by hand.
     *
     * @param made topics that were missing
     * @param set settings that differed
     * @param findings what is left to say
     */
    public record ByHand(List<String> made, List<TopicDrift> set, List<Finding> findings) {
        /** @throws Refusal where no service could work; all else is logged */
        public void mustSuit() {
            Suited.said(findings);
        }
    }

    private EnsuredTopics() {}

    /**
     * Logs what drifted.
     *
     * @param needs the topics without which the service is of no use; others may be out of this user's sight
     * @return the topics that were missing
     * @throws Refusal where it is impossible to start
     */
    public static List<String> on(Broker broker, boolean standalone, Needs needs) {
        try (var admin = broker.admin()) {
            var report = EnsureTopics.on(admin, Topics.ALL, standalone);
            Suited.said(findings(report, broker, needs));
            return report.created();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw cannot(broker, e);
        }
    }

    /**
     * Makes what is missing and looks at all there are.
     *
     * @param fix whether settings that drifted are set as they should be, but for those by which records would go
     */
    public static ByHand byHand(Broker broker, boolean standalone, boolean fix) {
        try (var admin = broker.admin()) {
            var report = EnsureTopics.on(admin, Topics.ALL, standalone);
            var set = fix ? EnsureTopics.mend(admin, report.drift()) : List.<TopicDrift>of();
            report.drift().removeAll(set);
            return new ByHand(report.created(), set, findings(report, broker, Needs.SIGHT));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw cannot(broker, e);
        }
    }

    /** Without making any. */
    static List<Finding> findings(Broker broker, boolean standalone, Needs needs) {
        try (var admin = broker.admin()) {
            var report = EnsureTopics.compare(admin, Topics.ALL, standalone);
            var findings = new ArrayList<Finding>();
            if (!report.absent().isEmpty()) {
                findings.add(Finding.risky(
                        report.absent().size() + " topics missing: " + String.join(", ", report.absent()),
                        "a service makes them at its start, or do it now: topfive topics ensure"));
            }
            findings.addAll(findings(report, broker, needs));
            return findings;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            var refusal = cannot(broker, e);
            return List.of(
                    refusal.status() == Exit.UNREACHABLE
                            ? Finding.away(refusal.getMessage(), refusal.remedy())
                            : Finding.wrong(refusal.getMessage(), refusal.remedy()));
        }
    }

    private static List<Finding> findings(EnsureTopics.Report report, Broker broker, Needs needs) {
        var findings = new ArrayList<Finding>();
        report.unseen().stream()
                .filter(needs.topics()::containsKey)
                .forEach(topic -> needs.topics()
                        .get(topic)
                        .forEach(operation -> findings.add(Acl.denied(broker, operation, topic))));
        var missing =
                report.missing().stream().filter(needs.topics()::containsKey).toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.wrong(
                    "missing at " + broker.address() + ", and " + broker.user() + " may not create them: "
                            + String.join(", ", missing),
                    "let somebody who may run: topfive topics ensure"));
        }
        report.refused()
                .forEach(line -> findings.add(Finding.wrong(
                        line,
                        "keys have their partition: use another cluster, or delete the topic if its records may go")));
        report.drift()
                .forEach(each -> findings.add(
                        each.stops()
                                ? Finding.wrong(each.toString(), FIX)
                                : Finding.risky(each.toString(), each.isLeftAlone() ? byYou(broker, each) : FIX)));
        report.counts()
                .forEach(line -> findings.add(Finding.risky(
                        line, "nothing, if it was filled by an embedded broker; the order of its keys depends on it")));
        if (!report.uncompared().isEmpty()) {
            findings.add(Finding.risky(
                    "the settings of " + report.uncompared().size() + " topics are not known: " + broker.user()
                            + " may not describe them",
                    Acl.topic(broker, "DescribeConfigs", report.uncompared().get(0)) + ", and so for each"));
        }
        return findings;
    }

    private static String byYou(Broker broker, TopicDrift drift) {
        return "left to you, since records may go by it: kafka-configs.sh --bootstrap-server " + broker.address()
                + " --alter --topic " + drift.topic() + " --add-config " + drift.key() + "=[" + drift.expected() + "]";
    }

    private static Refusal interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return Refusal.failed("interrupted while making the topics", "start again", e);
    }

    private static Refusal cannot(Broker broker, ExecutionException e) {
        if (e.getCause() instanceof InvalidReplicationFactorException) {
            return Refusal.configuration(
                    "default.replication.factor at " + broker.address() + " asks for more brokers than there are: "
                            + e.getCause().getMessage(),
                    "start the other brokers, or lower default.replication.factor");
        }
        if (e.getCause() instanceof LeaderNotAvailableException) {
            return Refusal.unreachable(
                    "partitions at " + broker.address() + " " + e.getCause().getMessage(),
                    "start the brokers that hold them: kafka-topics.sh --describe --unavailable-partitions names those",
                    e);
        }
        if (e.getCause() instanceof TimeoutException && CheckCluster.lacksController(broker)) {
            return CheckCluster.noController(broker);
        }
        if (e.getCause() instanceof RetriableException) {
            return CheckCluster.wentAway(broker, e);
        }
        return Refusal.failed(
                "the topics cannot be made at " + broker.address() + ": "
                        + e.getCause().getMessage(),
                "check that this user may create and describe topics",
                e);
    }
}
