package topfive.standalone.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.contract.Topics;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.OneTransaction;

/**
 * Tries dead letters again. A record goes back to where it stood, what was fetched or read from a file is read by ingest once more. Each is
 * tried once: a note is written behind it, with a record in one transaction, and by one operator at a time. What fails again is a new letter
 * that has counted, and after {@value DeadLetter#MOST_REPLAYS} times it is left alone. What was read twice is one document: its id comes from
 * its content.
 */
public final class Replay implements AutoCloseable {
    static final String REMEDY = "do it again: what was replayed is not replayed twice";

    /** Between two stages. */
    private static final Pattern OURS = Pattern.compile("topfive-processor-[a-z0-9.-]+-repartition");

    private final Broker broker;
    private final Reader reader;
    private final OneTransaction transaction;
    private final Admin admin;
    private final Map<String, Integer> partitions = new HashMap<>();

    /** Reads what ingest could not read. */
    public interface Reader {
        /**
         * @return what became of it, in a few words; all of it is acknowledged by the broker
         * @throws Refusal where the broker did not take it; what else it throws is the affair of this letter
         */
        String read(DeadLetter letter);
    }

    private Replay(Broker broker, Reader reader, OneTransaction transaction) {
        this.broker = broker;
        this.reader = reader;
        this.transaction = transaction;
        this.admin = broker.admin();
    }

    /** Shuts out whoever else is just at it. */
    public static Replay on(Broker broker, Reader reader) {
        var settings = Map.<String, Object>of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd", // as it came: its topic judges by what is sent
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.DEAD_LETTER_RECORD);
        return new Replay(
                broker, reader, OneTransaction.alone(broker, "topfive-replay", "replay of dead letters", settings));
    }

    /** Why this letter cannot be tried again; "" where it can. */
    public static String obstacle(Letter letter) {
        if (letter.of().truncated()) {
            return "only its first " + Limits.DEAD_LETTER_HEAD / 1024 + " KiB were kept";
        }
        if (letter.of().replays() >= DeadLetter.MOST_REPLAYS) {
            return "it was tried " + letter.of().replays() + " times";
        }
        if (letter.of().origin().equals("timer")) {
            return "it is no record, but work that failed at its time";
        }
        if (letter.of().stage().equals("send")) {
            return "it is a document that is too large for its topic";
        }
        return letter.record()
                .map(TopicPartition::topic)
                .filter(topic -> !topic.equals(Topics.DOCUMENTS.name())
                        && !OURS.matcher(topic).matches())
                .map(topic -> "nothing is written back to " + topic)
                .orElse("");
    }

    /**
     * One after the other, those that nobody has tried meanwhile.
     *
     * @param said gets what became of each, in a few words; {@code stays: ...} where it may be tried again
     * @throws Refusal where the broker does not take something; those before it are done
     */
    public void each(Collection<Letter> wanted, BiConsumer<Letter, String> said) {
        var now = Letters.ofAll(broker);
        var waiting = wanted.stream().filter(letter -> !now.isReplayed(letter)).toList();
        Letters.each(broker, waiting, letter -> said.accept(letter, again(letter)));
    }

    private String again(Letter letter) {
        try {
            var at = letter.record();
            return at.isPresent() ? back(letter, at.get()) : read(letter);
        } catch (RecordTooLargeException e) {
            return "stays: its topic does not take it any more, " + e.getMessage();
        }
    }

    private String back(Letter letter, TopicPartition to) {
        if (to.partition() >= partitions.computeIfAbsent(to.topic(), this::counted)) {
            return "stays: there is no " + to + " any more";
        }
        var headers = new RecordHeaders();
        headers.add(
                DeadLetter.REPLAYS, Integer.toString(letter.of().replays() + 1).getBytes(StandardCharsets.UTF_8));
        var record = new ProducerRecord<>(
                to.topic(), to.partition(), null, letter.key(), letter.of().bytes(), headers);
        return noted(letter, "back on " + to.topic(), new ArrayList<>(List.of(record)));
    }

    /** Asked first: a producer waits for a topic that is gone, or has the broker make one that nobody reads. */
    private int counted(String topic) {
        try {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted", REMEDY, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw Refusal.failed(
                    "the broker does not say whether there is a topic " + topic + ": "
                            + e.getCause().getMessage(),
                    REMEDY,
                    e);
        }
    }

    private String read(Letter letter) {
        String outcome;
        try {
            outcome = reader.read(letter.of());
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) { // of this letter; those behind it may be better
            return "stays: " + (e.getMessage() == null ? e : e.getMessage());
        }
        return noted(letter, outcome, new ArrayList<>());
    }

    private String noted(Letter letter, String outcome, List<ProducerRecord<byte[], byte[]>> records) {
        var note = DeadLetter.of(null, new byte[0], "replayed", Letter.NOTE, outcome, letter.name());
        records.add(new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, null, null, note.bytes(), note.headers()));
        transaction.writeWhatFits(records, "replay");
        return outcome;
    }

    @Override
    public void close() {
        admin.close();
        transaction.close();
    }
}
