package topfive.processor.merge;

import java.time.Duration;
import java.time.Instant;

/**
 * Every threshold and weight that decides an edition, under one version that travels with records and state. They belong to the encoder:
 * another encoder has other similarities.
 *
 * @param sameIdea claims at least so much alike, on average, are one idea
 * @param otherIdea claims less alike than this are never one idea
 * @param sameStory clusters at least so much alike, on average, are one story
 * @param notTwice a candidate this near to one already chosen is another form of it
 * @param told a cluster this near to an idea of an earlier edition is that idea
 * @param floor least quality of an insight, in thousandths; nothing below is shown
 * @param unrelated two claims that are less alike than this cover nothing of each other
 * @param wide what covers this share of a day covers as much as one idea can
 * @param newStory how much of the part for coverage is for opening another story
 */
public record Rules(
        String version,
        double sameIdea,
        double otherIdea,
        double sameStory,
        double notTwice,
        double told,
        int floor,
        double unrelated,
        double wide,
        double newStory,
        Weights weights) {
    /** Thousandths; together 1000. */
    public record Weights(int corroboration, int freshness, int novelty, int insight, int coverage) {}

    public static final Rules CURRENT =
            new Rules("2", 0.505, 0.38, 0.38, 0.72, 0.63, 430, 0.3, 0.25, 0.4, new Weights(250, 100, 200, 150, 300));

    /** What is said by so many independent sources is said by enough. */
    private static final int MANY = 8;

    private static final Duration HALF_LIFE = Duration.ofHours(18);

    /** @param taxonomies their version, which stands behind a plus sign: other labels are other rules */
    public Rules labelledBy(String taxonomies) {
        return new Rules(
                version + "+" + taxonomies,
                sameIdea,
                otherIdea,
                sameStory,
                notTwice,
                told,
                floor,
                unrelated,
                wide,
                newStory,
                weights);
    }

    public Bond idea() {
        return new Bond(sameIdea, otherIdea);
    }

    /** Whatever is on average so near: the ends of a story may be far from each other. */
    public Bond story() {
        return new Bond(sameStory, 0);
    }

    /** Logarithm, because duplicates are cheap to make: the second voice says more than the eighth. */
    public int corroboration(int independent) {
        return (int) Math.round(weights.corroboration() * Math.min(1, Math.log(1 + independent) / Math.log(1 + MANY)));
    }

    /** By the newest report, measured at the close of the day. */
    public int freshness(Instant lastSeen, Instant closesAt) {
        var age = Math.max(0, Duration.between(lastSeen, closesAt).toMillis());
        return (int) Math.round(weights.freshness() * Math.pow(2, -(double) age / HALF_LIFE.toMillis()));
    }

    /** @param nearness to what was told before, 0 to 1 */
    public int novelty(double nearness) {
        return (int) Math.round(weights.novelty() * (1 - Math.max(0, Math.min(1, nearness))));
    }

    public int insight(int quality) {
        return Math.round(weights.insight() * quality / 1000f);
    }

    /**
     * @param gain the share of the day's reports that is newly covered, 0 to 1
     * @param opensStory none of those chosen before is of its story
     */
    public int coverage(double gain, boolean opensStory) {
        var share = Math.min(1, gain / wide);
        return (int) Math.round(weights.coverage() * ((1 - newStory) * share + (opensStory ? newStory : 0)));
    }

    /** How much of one claim another covers, 0 to 1. */
    public double covers(double alike) {
        return Math.max(0, alike - unrelated) / (1 - unrelated);
    }

    /** What a cluster is worth by itself, before it is compared with others. */
    public int base(Cluster cluster, Instant closesAt) {
        return corroboration(cluster.independent())
                + freshness(cluster.lastSeen(), closesAt)
                + insight(cluster.exemplar().insight().quality().score());
    }
}
