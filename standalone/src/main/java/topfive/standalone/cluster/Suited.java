package topfive.standalone.cluster;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/** Everything that is looked at before a service starts, in this order: the brokers' settings, the topics, what this user may do. */
public final class Suited {
    private static final Logger LOG = LoggerFactory.getLogger(Suited.class);

    private Suited() {}

    /**
     * Makes the topics that are missing, and logs what is risky.
     *
     * @param embedded our own broker: its settings and rights are known
     * @throws Refusal where it cannot work
     */
    public static void mustBe(Broker broker, boolean embedded, Needs needs) {
        if (!embedded) {
            said(CheckCluster.of(broker));
        }
        EnsuredTopics.on(broker, embedded, needs);
        if (!embedded) {
            said(CheckRights.of(broker, needs));
        }
        if (needs.transactions()) {
            said(CheckState.of(broker));
        }
    }

    /** All that there is to say, for a person who asks; makes nothing. */
    public static List<Finding> findings(Broker broker, boolean embedded, Needs needs) {
        var findings = new ArrayList<Finding>();
        if (!embedded) {
            findings.addAll(CheckCluster.of(broker));
        }
        findings.addAll(EnsuredTopics.findings(broker, embedded, needs));
        if (!embedded) {
            findings.addAll(CheckRights.of(broker, needs));
        }
        if (needs.transactions()) {
            findings.addAll(CheckState.of(broker));
        }
        return findings;
    }

    static void said(List<Finding> findings) {
        Finding.refuse(findings);
        findings.forEach(finding -> LOG.warn("{}; to do: {}", finding.what(), finding.remedy()));
    }
}
