package topfive.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.chaos.Published.Buried;
import topfive.chaos.Published.Said;
import topfive.contract.Day;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.PastDays;
import topfive.standalone.Analysis;
import topfive.standalone.topic.ReadDays;

/** What must be published of the documents that stand in the log: by the product's own functions, without Kafka Streams and in one thread. */
public final class Wanted {
    private Wanted() {}

    /** Needs a second or two for the encoder, and a few milliseconds for each document. */
    public static Published on(World world, Day days, Predicate<ConsumerRecord<byte[], byte[]>> poison) {
        try (var analysis = Analysis.load()) {
            var pipeline = analysis.pipeline(List.of("en"), days);
            var editions = new ArrayList<Said>();
            var decisions = new ArrayList<Said>();
            try (var read = ReadDays.of(world.kafka())) {
                var past = new PastDays(
                        pipeline,
                        new PastDays.Range(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1)),
                        read.partitions(),
                        List.of(),
                        Map.of(),
                        made -> {
                            editions.add(new Said(made.edition().key(), Json.bytes(made.edition())));
                            made.decisions().forEach(each -> decisions.add(new Said(each.key(), Json.bytes(each))));
                        });
                read.into(past, records -> {});
            }

            var insights = new ArrayList<Said>();
            var letters = new ArrayList<Buried>();
            var closed = new HashMap<Integer, LocalDate>();
            for (var record : world.read(Topics.DOCUMENTS)) {
                if (poison.test(record)) {
                    letters.add(letter(record));
                    continue;
                }
                var from = Json.read(record.value(), FromProducers.class);
                if (from instanceof Fence fence) {
                    closed.merge(record.partition(), fence.day(), (a, b) -> a.isAfter(b) ? a : b);
                } else {
                    pipeline.reader()
                            .read((Document) from, closed.get(record.partition()))
                            .insights()
                            .forEach(insight -> insights.add(new Said(insight.id(), Json.bytes(insight))));
                }
            }
            return new Published(editions, decisions, insights, letters);
        }
    }

    /** Why it cannot be read is the reader's affair. */
    static Buried letter(ConsumerRecord<byte[], byte[]> record) {
        var origin = record.topic() + "/" + record.partition() + "@" + record.offset();
        return Buried.of(DeadLetter.ofRecord(record.key(), record.value(), Buried.ANY_REASON, "read", "", origin));
    }
}
