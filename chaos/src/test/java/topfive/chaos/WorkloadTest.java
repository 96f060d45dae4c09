package topfive.chaos;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.chaos.Workload.Close;
import topfive.chaos.Workload.Send;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.processor.Pipeline;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.LexicalEncoder;

class WorkloadTest {
    private final Workload workload = Workload.of(1, 3, 60);

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_one_others() {
        assertThat(bytes(Workload.of(1, 3, 60))).isEqualTo(bytes(workload)).isNotEqualTo(bytes(Workload.of(2, 3, 60)));
    }

    @Test
    void each_day_is_closed_once_and_in_order() {
        assertThat(workload.steps().stream().filter(Close.class::isInstance).map(step -> ((Close) step).day()))
                .containsExactlyElementsOf(workload.days());
    }

    @Test
    void two_documents_never_share_an_id_unless_one_is_a_revision_or_a_repeat() {
        var byId = documents().stream().collect(groupingBy(Document::id));
        assertThat(byId).hasSize(180);
        assertThat(byId.values()).allSatisfy(same -> {
            assertThat(same.stream().map(Document::url).distinct()).hasSize(1);
            assertThat(same.stream().map(Document::contentHash).distinct().count())
                    .isEqualTo(same.stream().map(Document::revision).distinct().count());
        });
        assertThat(byId.values())
                .anyMatch(
                        same -> same.stream().map(Document::revision).distinct().count() == 2);
        assertThat(byId.values())
                .anyMatch(same -> same.size() > 1 && same.get(0).equals(same.get(1)));
    }

    @Test
    void nothing_new_of_a_day_comes_behind_its_fence() {
        var closed = new HashSet<LocalDate>();
        var known = new HashSet<String>();
        for (var step : workload.steps()) {
            if (step instanceof Close close) {
                closed.add(close.day());
            } else if (step instanceof Send send && !send.key().startsWith(Workload.POISON)) {
                var document = document(send);
                var isNew = known.add(document.id() + document.contentHash());
                assertThat(isNew && closed.contains(World.DAYS.of(document)))
                        .as(document.url())
                        .isFalse();
            }
        }
    }

    @Test
    void poison_is_of_every_kind_and_has_keys_of_its_own() {
        var poison = workload.steps().stream()
                .filter(step -> step instanceof Send send && send.key().startsWith(Workload.POISON))
                .map(step -> (Send) step)
                .toList();
        assertThat(poison).hasSize(15).extracting(Send::key).doesNotHaveDuplicates();
        assertThat(poison).anyMatch(send -> send.value() == null);
        assertThat(poison).anyMatch(send -> send.value() != null && new String(send.value()).contains("99"));
    }

    @Test
    void every_day_has_five_insights_of_several_sources() {
        var encoder = new LexicalEncoder();
        var pipeline = Pipeline.with(encoder, new Classifier(encoder), List.of("en"), World.DAYS);
        for (var day : workload.days()) {
            var edition = pipeline.edition(documents(), day).edition();
            assertThat(edition.insights())
                    .hasSize(5)
                    .allSatisfy(
                            ranked -> assertThat(ranked.independentSources()).isGreaterThan(1));
        }
    }

    private List<Document> documents() {
        return workload.steps().stream()
                .filter(step -> step instanceof Send send && !send.key().startsWith(Workload.POISON))
                .map(step -> document((Send) step))
                .toList();
    }

    private static Document document(Send send) {
        return (Document) Json.read(send.value(), FromProducers.class);
    }

    private static List<List<Byte>> bytes(Workload workload) {
        var all = new ArrayList<List<Byte>>();
        workload.steps().forEach(step -> {
            var bytes = new ArrayList<Byte>();
            if (step instanceof Send send && send.value() != null) {
                for (var each : send.value()) {
                    bytes.add(each);
                }
            }
            all.add(bytes);
        });
        return all;
    }
}
