package topfive.processor;

import static topfive.contract.Topics.DAILY;
import static topfive.contract.Topics.DECISIONS;
import static topfive.contract.Topics.DOCUMENTS;
import static topfive.contract.Topics.INSIGHTS;
import static topfive.contract.Topics.LIVE;
import static topfive.processor.Flow.bury;
import static topfive.processor.Flow.hop;
import static topfive.processor.Flow.is;
import static topfive.processor.Flow.only;
import static topfive.processor.Flow.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import topfive.contract.Edition;
import topfive.contract.Insight;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.read.DocumentReader;

/**
 * The whole product on one page.
 *
 * <pre>
 * documents → guard → extract claims → embed → classify → [insights]
 *           → cell → merge into clusters → choose → [live]; at the fence → [daily] + [decisions]
 * whatever fails, at any stage → [dead letters]
 * </pre>
 */
public final class InsightTopology {
    private InsightTopology() {}

    /** Where nobody looks at the figures. */
    public static Topology of(DocumentReader reader, EditionOfDay.Desk desk, int cells, StreamsConfig config) {
        return of(reader, desk, cells, config, List::of, () -> "", new SimpleMeterRegistry());
    }

    /**
     * @param cells how many partitions the cells are spread over
     * @param published the FINAL editions there are: they stand, whatever comes out of a replay
     * @param documents the id of the documents' topic: what of it was read is not read again, whatever becomes of the group's offsets
     * @param metrics takes what was read, what came late and the dead letters by stage and reason
     */
    public static Topology of(
            DocumentReader reader,
            EditionOfDay.Desk desk,
            int cells,
            StreamsConfig config,
            Supplier<List<Edition>> published,
            Supplier<String> documents,
            MeterRegistry metrics) {
        var builder = new StreamsBuilder(new TopologyConfig(config));

        var read = builder.stream(
                        DOCUMENTS.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("documents"))
                .process(new ReadDocuments(reader, documents, metrics), Named.as("guard-extract-embed-classify"));

        var merged = read.filter(is(Outcome.Read.class, Outcome.Closed.class), Named.as("what-concerns-a-cell"))
                .mapValues(Json::bytes, Named.as("to-cell"))
                .repartition(hop(MergeIntoClusters.HOP, cells))
                .process(new MergeIntoClusters(desk, cells, metrics), Named.as("merge-into-clusters"));

        var chosen = merged.filter(is(Outcome.Summed.class, Outcome.Closed.class), Named.as("what-concerns-the-day"))
                .mapValues(Json::bytes, Named.as("to-choice"))
                .repartition(hop(ChooseTheFive.HOP, 1))
                .process(new ChooseTheFive(desk, reader.encoder(), published, metrics), Named.as("choose-the-five"));

        var insights = only(read, Outcome.Read.class, "read")
                .flatMapValues(each -> each.reading().insights(), Named.as("insights"));
        var editions = only(chosen, Outcome.Published.class, "published")
                .mapValues(Outcome.Published::edition, Named.as("editions"));
        var finals = editions.filter((key, edition) -> edition.status() == Edition.Status.FINAL, Named.as("finals"));
        var decisions = only(chosen, Outcome.Decided.class, "decided")
                .mapValues(Outcome.Decided::decision, Named.as("decisions"));

        publish(insights, INSIGHTS, Insight::fetchedAt);
        publish(editions, LIVE, Edition::updatedAt);
        publish(finals, DAILY, Edition::updatedAt);
        publish(decisions, DECISIONS, decision -> desk.days().closesAt(decision.day()));
        bury(read, "read");
        bury(merged, "merged");
        bury(chosen, "chosen");

        return builder.build();
    }
}
