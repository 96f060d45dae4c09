package topfive.ingest;

import java.util.Map;
import topfive.contract.DeadLetter;
import topfive.contract.Topics;

/**
 * Reads back which dead letters were written last, so that a file or a feed that still cannot be read is no new one after each restart.
 * A letter may have megabytes, therefore no more than some hundred; one that is not known any more is written once more.
 */
final class KnownLetters {
    private static final int OF_EACH_PARTITION = 500;

    private KnownLetters() {}

    /** @throws org.apache.kafka.common.KafkaException when the broker is away */
    static void into(Memory memory, Map<String, Object> clientProperties) {
        TopicTail.of(
                Topics.DEAD_LETTERS.name(),
                OF_EACH_PARTITION,
                clientProperties,
                record -> remember(memory, DeadLetter.from(record.key(), record.value(), record.headers())));
    }

    static void remember(Memory memory, DeadLetter letter) {
        memory.rememberItem(place(letter), failure(letter));
    }

    static String place(DeadLetter letter) {
        return letter.source() + "\nletter\n" + letter.origin();
    }

    static String failure(DeadLetter letter) {
        return letter.reason() + letter.sha256();
    }
}
