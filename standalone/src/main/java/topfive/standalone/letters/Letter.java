package topfive.standalone.letters;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.DeadLetter;
import topfive.contract.Topics;

/**
 * A dead letter where it lies.
 *
 * @param number its offset in {@code topfive.dead-letters.v1}
 * @param key as it came, to the byte; may be null, and is in a list of them
 */
public record Letter(long number, byte[] key, DeadLetter of) {
    /** A note that another letter was tried again: its stage; its origin names the letter. */
    static final String NOTE = "replay";

    private static final Pattern RECORD = Pattern.compile("([A-Za-z0-9._-]{1,249})/(\\d{1,5})@\\d{1,18}");

    /** Without its content, which may be of 15 MiB: thousands of them fit into memory. */
    static Letter head(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(record.offset(), null, DeadLetter.from(null, new byte[0], record.headers()));
    }

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        return new Letter(record.offset(), record.key(), DeadLetter.from(key, record.value(), record.headers()));
    }

    /** Where the record stood that could not be processed; empty for what was read from the web or a file. */
    public Optional<TopicPartition> record() {
        var matcher = RECORD.matcher(of.origin());
        return matcher.matches()
                ? Optional.of(new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isNote() {
        return of.stage().equals(NOTE);
    }

    String name() {
        return name(number);
    }

    static String name(long number) {
        return Topics.DEAD_LETTERS.name() + "/0@" + number;
    }

    /** One line for the operator. */
    public String line() {
        return number + "  " + of.reason() + "  " + of.stage() + "  " + of.origin() + "  "
                + of.detail().replaceAll("\\p{Cntrl}+", " ");
    }
}
