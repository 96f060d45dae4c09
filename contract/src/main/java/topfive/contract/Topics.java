package topfive.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All topics. Their names, keys and values are public interface. */
public final class Topics {
    private static final String COMPACT = "compact";
    private static final String DELETE = "delete";

    /** Append time, because a stated date may be absurd, and retention goes by the record's time. */
    public static final Topic<FromProducers> DOCUMENTS = new Topic<>(
            "topfive.documents.v1",
            FromProducers.class,
            12,
            4,
            config(
                    kept(DELETE, days(400)),
                    Map.of(
                            "message.timestamp.type",
                            "LogAppendTime",
                            "max.message.bytes",
                            "" + Limits.DOCUMENT_RECORD,
                            "compression.type",
                            "zstd")),
            value -> value instanceof Fence fence ? fence.key() : ((Document) value).id());

    public static final Topic<Insight> INSIGHTS =
            new Topic<>("topfive.insights.v1", Insight.class, 12, 4, kept(DELETE, days(90)), Insight::id);

    public static final Topic<Edition> LIVE = new Topic<>(
            "topfive.live.v1",
            Edition.class,
            1,
            1,
            config(Map.of("cleanup.policy", COMPACT), Map.of("min.compaction.lag.ms", days(1))),
            Edition::key);

    public static final Topic<Edition> DAILY =
            new Topic<>("topfive.daily.v1", Edition.class, 1, 1, Map.of("cleanup.policy", COMPACT), Edition::key);

    public static final Topic<Decision> DECISIONS = new Topic<>(
            "topfive.decisions.v1", Decision.class, 1, 1, kept(COMPACT + "," + DELETE, days(90)), Decision::key);

    /** The value is whatever came in, byte for byte; see {@link DeadLetter} for its headers. */
    public static final Topic<byte[]> DEAD_LETTERS = new Topic<>(
            "topfive.dead-letters.v1",
            byte[].class,
            1,
            1,
            config(kept(DELETE, days(30)), Map.of("max.message.bytes", "" + Limits.DEAD_LETTER_RECORD)),
            value -> null);

    /** Append time, so that the ticker can hold its own clock against the broker's. */
    public static final Topic<SourceState> SOURCES = new Topic<>(
            "topfive.sources.v1",
            SourceState.class,
            1,
            1,
            Map.of("cleanup.policy", COMPACT, "message.timestamp.type", "LogAppendTime"),
            state -> state.source().id());

    public static final Topic<Feedback> FEEDBACK =
            new Topic<>("topfive.feedback.v1", Feedback.class, 1, 1, Map.of("cleanup.policy", COMPACT), Feedback::id);

    public static final Topic<Subscriber> SUBSCRIBERS = new Topic<>(
            "topfive.subscribers.v1", Subscriber.class, 1, 1, Map.of("cleanup.policy", COMPACT), Subscriber::id);

    public static final Topic<Delivery> DELIVERIES = new Topic<>(
            "topfive.deliveries.v1",
            Delivery.class,
            1,
            1,
            Map.of("cleanup.policy", COMPACT),
            delivery -> delivery.day() + "/" + delivery.subscriber());

    public static final List<Topic<?>> ALL = List.of(
            DOCUMENTS, INSIGHTS, LIVE, DAILY, DECISIONS, DEAD_LETTERS, SOURCES, FEEDBACK, SUBSCRIBERS, DELIVERIES);

    private Topics() {}

    private static Map<String, String> kept(String policy, String retention) {
        return Map.of("cleanup.policy", policy, "retention.ms", retention);
    }

    private static String days(int days) {
        return "" + Duration.ofDays(days).toMillis();
    }

    private static Map<String, String> config(Map<String, String> a, Map<String, String> b) {
        var both = new HashMap<>(a);
        both.putAll(b);
        return both;
    }
}
