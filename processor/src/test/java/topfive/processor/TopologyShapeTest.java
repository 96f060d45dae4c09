package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.junit.jupiter.api.Test;

/**
 * The names that a running installation has state and topics under. They are kept in {@code src/test/resources/topology.txt}; where the
 * flow is meant to change, run this test, copy {@code target/topology.txt} over it, and say in the changelog what becomes of the old state.
 */
class TopologyShapeTest {
    private static final MeterRegistry NOBODY_LOOKS = new SimpleMeterRegistry();
    private static final StreamsConfig CONFIG = new StreamsConfig(Run.properties(Path.of("target"), Sample.DAYS));

    @Test
    void the_flow_is_the_one_that_is_kept() throws IOException {
        var pipeline = Sample.pipeline();
        var flow = InsightTopology.of(pipeline.reader(), pipeline.desk(), 4, CONFIG)
                .describe()
                .toString();
        Files.writeString(Path.of("target", "topology.txt"), flow, StandardCharsets.UTF_8);
        assertThat(flow).isEqualTo(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    @Test
    void each_stage_is_a_task_of_its_own() {
        var pipeline = Sample.pipeline();
        var flow = InsightTopology.of(pipeline.reader(), pipeline.desk(), 4, CONFIG)
                .describe();
        assertThat(flow.subtopologies()).hasSize(3);
    }

    @Test
    void no_name_is_left_to_kafka() {
        var pipeline = Sample.pipeline();
        assertThat(InsightTopology.of(pipeline.reader(), pipeline.desk(), 4, CONFIG)
                        .describe()
                        .toString())
                .doesNotContainPattern("[A-Z]+-\\d{10}");
    }

    @Test
    void a_name_that_is_missing_stops_the_build_of_the_topology() {
        assertThatThrownBy(() -> hop(Repartitioned.with(Serdes.String(), Serdes.String())))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("not been named");
        assertThat(hop(Repartitioned.<String, String>as("named"))).isNotNull();
    }

    @Test
    void state_is_in_key_value_stores_with_compacted_changelogs() {
        var stages = List.<ProcessorSupplier<?, ?, ?, ?>>of(
                new ReadDocuments(Sample.pipeline().reader(), () -> "", NOBODY_LOOKS),
                new MergeIntoClusters(Sample.pipeline().desk(), 4, NOBODY_LOOKS),
                new ChooseTheFive(
                        Sample.pipeline().desk(), Sample.pipeline().reader().encoder(), List::of, NOBODY_LOOKS));
        var stores = stages.stream().flatMap(stage -> stage.stores().stream()).toList();
        assertThat(stores)
                .extracting(store -> store.name())
                .containsExactlyInAnyOrder("fences", "readings", "editions");
        assertThat(stores).allSatisfy(store -> {
            StateStore built = store.build();
            assertThat(built).isInstanceOf(KeyValueStore.class).isNotInstanceOf(TimestampedKeyValueStore.class);
            assertThat(built.persistent()).isTrue();
            assertThat(store.loggingEnabled()).isTrue();
            assertThat(store.logConfig()).isEmpty();
        });
    }

    @Test
    void nothing_reads_a_topic_whole_in_every_process() {
        var pipeline = Sample.pipeline();
        var flow = InsightTopology.of(pipeline.reader(), pipeline.desk(), 4, CONFIG)
                .describe();
        assertThat(flow.globalStores()).isEmpty();
        assertThat(topics(flow)).containsExactly("cells-repartition", "days-repartition", "topfive.documents.v1");
    }

    private static Set<String> topics(org.apache.kafka.streams.TopologyDescription flow) {
        return flow.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(node -> node instanceof org.apache.kafka.streams.TopologyDescription.Source source
                        ? source.topicSet().stream()
                        : Stream.empty())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static Object hop(Repartitioned<String, String> how) {
        var builder = new StreamsBuilder(new TopologyConfig(CONFIG));
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .repartition(how)
                .to("out");
        return builder.build();
    }
}
