package topfive.processor.merge;

import java.time.Duration;
import java.time.Instant;

/**
 * Every threshold and weight that decides an edition, under one version that travels with records and state. They belong to the encoder:
 * another encoder has other similarities.
 *
 * @param sameIdea claims at least so much alike, on average, are one idea
 * @param sameStory clusters at least so much alike, on average, are one story
 * @param notTwice a candidate this near to one already chosen is another form of it
 * @param told a cluster this near to an idea of an earlier edition is that idea
 * @param floor least quality of an insight, in thousandths; nothing below is shown
 */
public record Rules(String version, double sameIdea, double sameStory, double notTwice, double told, int floor) {
    public static final Rules CURRENT = new Rules("1", 0.64, 0.40, 0.80, 0.75, 430);

    private static final int CORROBORATION = 350;
    private static final int FRESHNESS = 200;
    private static final int NOVELTY = 200;
    private static final int INSIGHT = 150;
    private static final int COVERAGE = 100;
    /** What covers this share of a day covers as much as one idea can. */
    private static final double WIDE = 0.25;
    /** What is said by so many independent sources is said by enough. */
    private static final int MANY = 8;

    private static final Duration HALF_LIFE = Duration.ofHours(18);

    /** Logarithm, because duplicates are cheap to make: the second voice says more than the eighth. */
    public int corroboration(int independent) {
        return (int) Math.round(CORROBORATION * Math.min(1, Math.log(1 + independent) / Math.log(1 + MANY)));
    }

    /** By the newest report, measured at the close of the day. */
    public int freshness(Instant lastSeen, Instant closesAt) {
        var age = Math.max(0, Duration.between(lastSeen, closesAt).toMillis());
        return (int) Math.round(FRESHNESS * Math.pow(2, -(double) age / HALF_LIFE.toMillis()));
    }

    public int insight(int quality) {
        return Math.round(INSIGHT * quality / 1000f);
    }

    /** @param nearness to what was told before, 0 to 1 */
    public int novelty(double nearness) {
        return (int) Math.round(NOVELTY * (1 - Math.max(0, Math.min(1, nearness))));
    }

    /** @param gain the share of the day's reports that is newly covered, 0 to 1 */
    public int coverage(double gain) {
        return (int) Math.round(COVERAGE * Math.min(1, gain / WIDE));
    }

    /** What a cluster is worth by itself, before it is compared with others. */
    public int base(Cluster cluster, Instant closesAt) {
        return corroboration(cluster.independent())
                + freshness(cluster.lastSeen(), closesAt)
                + insight(cluster.exemplar().insight().quality().score());
    }
}
