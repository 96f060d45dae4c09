package topfive.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.DeadLetter;
import topfive.contract.Topic;
import topfive.contract.Topics;

/** What the product published on the topics that the oracle judges: every committed record, not only the last of a key. */
public record Published(List<Said> editions, List<Said> decisions, List<Said> insights, List<Buried> letters) {
    public Published {
        editions = List.copyOf(editions);
        decisions = List.copyOf(decisions);
        insights = List.copyOf(insights);
        letters = List.copyOf(letters);
    }

    /** A record as bytes; equal where both are. */
    public record Said(String key, byte[] value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Said said && key.equals(said.key) && Arrays.equals(value, said.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(key, Arrays.hashCode(value));
        }
    }

    /**
     * A dead letter.
     *
     * @param origin {@code TOPIC/PARTITION@OFFSET} of the record that could not be read
     * @param key of that record, may be null
     * @param sha256 as the header states it
     * @param reason a code
     */
    public record Buried(String origin, String key, byte[] bytes, String sha256, String reason, String detail) {
        /** Wanted whatever the reason is. */
        static final String ANY_REASON = "";

        static Buried of(DeadLetter letter) {
            return new Buried(
                    letter.origin(), letter.key(), letter.bytes(), letter.sha256(), letter.reason(), letter.detail());
        }
    }

    public static Published on(World world) {
        return new Published(
                said(world, Topics.DAILY),
                said(world, Topics.DECISIONS),
                said(world, Topics.INSIGHTS),
                world.read(Topics.DEAD_LETTERS).stream().map(Published::buried).toList());
    }

    /** The days of the FINAL editions, each as often as it stands there. */
    public List<LocalDate> days() {
        return editions.stream()
                .map(edition ->
                        LocalDate.parse(edition.key().substring(edition.key().indexOf('/') + 1)))
                .toList();
    }

    private static List<Said> said(World world, Topic<?> topic) {
        var said = new ArrayList<Said>();
        world.read(topic).forEach(record -> said.add(new Said(World.key(record), record.value())));
        return said;
    }

    private static Buried buried(ConsumerRecord<byte[], byte[]> record) {
        return Buried.of(DeadLetter.from(World.key(record), record.value(), record.headers()));
    }
}
