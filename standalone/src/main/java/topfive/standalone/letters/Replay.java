package topfive.standalone.letters;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.contract.Topics;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/**
 * Tries dead letters again. A record goes back to where it stood, what was fetched or read from a file is read by ingest once more. Each is
 * tried once: a note is written behind it. What fails again is a new letter that has counted, and after
 * {@value DeadLetter#MOST_REPLAYS} times it is left alone. Ids come from content, so that nothing can be there twice.
 */
public final class Replay implements AutoCloseable {
    /** Between two stages. */
    private static final Pattern OURS = Pattern.compile("topfive-processor-[a-z0-9.-]+-repartition");

    private final KafkaProducer<byte[], byte[]> producer;
    private final Reader reader;

    /** Reads what ingest could not read. */
    public interface Reader {
        /** @return what became of it, in a few words; all of it is acknowledged by the broker */
        String read(DeadLetter letter);
    }

    private Replay(KafkaProducer<byte[], byte[]> producer, Reader reader) {
        this.producer = producer;
        this.reader = reader;
    }

    public static Replay on(Broker broker, Reader reader) {
        var properties = new HashMap<>(broker.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"); // as it came: its topic judges by what is sent
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.DEAD_LETTER_RECORD);
        return new Replay(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()), reader);
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
     * @param letter with its content
     * @return what became of it, in a few words
     */
    public String again(Letter letter) {
        String outcome;
        try {
            outcome = letter.record().map(at -> back(letter, at)).orElseGet(() -> reader.read(letter.of()));
        } catch (RecordTooLargeException e) {
            return "stays: its topic does not take it any more, " + e.getMessage();
        }
        var note = DeadLetter.of(null, new byte[0], "replayed", Letter.NOTE, outcome, letter.name());
        send(new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, null, null, note.bytes(), note.headers()));
        return outcome;
    }

    private String back(Letter letter, TopicPartition to) {
        var headers = new RecordHeaders();
        headers.add(
                DeadLetter.REPLAYS,
                Integer.toString(letter.of().replays() + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        send(new ProducerRecord<>(
                to.topic(), to.partition(), null, letter.key(), letter.of().bytes(), headers));
        return "back on " + to.topic();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw Refusal.failed(
                    "the broker did not take it: " + e.getCause().getMessage(),
                    "do it again: what was replayed is not replayed twice",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted", "do it again: what was replayed is not replayed twice", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
