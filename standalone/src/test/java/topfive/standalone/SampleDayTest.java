package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Insight;
import topfive.processor.Pipeline;
import topfive.processor.merge.Cell;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;

/** The sample day as an editor labelled it, before there was any code, against what comes out. */
class SampleDayTest {
    private static final Logger LOG = LoggerFactory.getLogger(SampleDayTest.class);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final Day DAYS = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));

    @TempDir
    private static Path data;

    private static Analysis analysis;
    private static Labels labels;
    private static List<Document> documents;
    private static List<Reading> readings;
    private static Edition edition;
    private static Map<String, Insight> insights;

    @BeforeAll
    static void readTheDay() throws Exception {
        analysis = Analysis.load();
        labels = Labels.of(DAY);
        documents = SampleDocuments.of(DAY, data);
        Pipeline pipeline = analysis.pipeline(List.of("en"), DAYS);
        readings = documents.stream()
                .map(document -> pipeline.reader().read(document, null))
                .toList();
        edition = pipeline.edition(readings, DAY).edition();
        insights = new HashMap<>();
        readings.forEach(reading -> reading.insights().forEach(insight -> insights.put(insight.id(), insight)));
    }

    @AfterAll
    static void close() {
        analysis.close();
    }

    @Test
    void at_least_four_of_the_five_are_ideas_that_deserve_it_and_none_is_poor() {
        var verdicts = labels.verdicts();
        var ideas = edition.insights().stream()
                .map(ranked -> labels.idea(exemplar(ranked)).orElse("unlabelled: " + ranked.claim()))
                .toList();
        LOG.info("the five state {}", ideas);
        assertThat(ideas).hasSize(5).doesNotHaveDuplicates();
        assertThat(ideas.stream().filter(idea -> "five".equals(verdicts.get(idea))))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(edition.insights()).noneMatch(ranked -> labels.isPoor(exemplar(ranked)));
    }

    @Test
    void no_poor_passage_becomes_an_insight() {
        assertThat(insights.values().stream().filter(labels::isPoor).map(Insight::claim))
                .isEmpty();
    }

    @Test
    void what_is_merged_is_one_idea() {
        long right = 0;
        long wrong = 0;
        for (var cluster : clusters()) {
            var ideas = ids(cluster)
                    .map(insights::get)
                    .flatMap(insight -> labels.idea(insight).stream())
                    .toList();
            for (int i = 0; i < ideas.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (ideas.get(i).equals(ideas.get(j))) {
                        right++;
                    } else {
                        wrong++;
                    }
                }
            }
        }
        var precision = (double) right / (right + wrong);
        var recall = (double) right / pairsOfOneIdea();
        LOG.info("same-idea pairs precision={} recall={} right={} wrong={}", precision, recall, right, wrong);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.70);
    }

    @Test
    void the_wire_text_on_three_sites_is_one_voice() {
        var rents = edition.insights().stream()
                .filter(ranked -> ranked.evidence().stream()
                        .anyMatch(evidence -> evidence.source().name().equals("Lake County Herald")))
                .findFirst()
                .orElseThrow();
        assertThat(rents.reports()).isGreaterThanOrEqualTo(rents.independentSources() + 2);
    }

    @Test
    void every_claim_and_quote_stands_in_its_source() {
        var texts = new HashMap<String, List<String>>();
        documents.forEach(document -> texts.put(document.id(), document.texts()));
        assertThat(insights.values()).allSatisfy(insight -> {
            var block =
                    texts.get(insight.documentId()).get(insight.spans().get(0).block());
            var readable = block.replaceAll("\\\\([\\p{Punct}])", "$1")
                    .replaceAll("[*_`]", "")
                    .replaceAll("\\s+", " ");
            for (var piece : insight.claim().split("…")) {
                assertThat(readable).contains(piece.strip());
            }
        });
    }

    @Test
    void absurd_dates_and_broken_files_change_no_other_documents_fate() {
        assertThat(documents).hasSizeGreaterThanOrEqualTo(40);
        assertThat(edition.counts().documents()).isGreaterThanOrEqualTo(40);
        assertThat(edition.counts().unread()).containsOnlyKeys("de");
    }

    private static Insight exemplar(Edition.Ranked ranked) {
        return insights.values().stream()
                .filter(insight -> insight.claim().equals(ranked.claim()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Cluster> clusters() {
        var cell = new Cell("en", Rules.CURRENT);
        readings.stream().filter(reading -> reading.language().equals("en")).forEach(cell::place);
        return cell.summary(DAY, DAYS.closesAt(DAY)).clusters();
    }

    private static Stream<String> ids(Cluster cluster) {
        return Stream.concat(Stream.of(cluster.id()), cluster.formerIds().stream());
    }

    private static long pairsOfOneIdea() {
        var found = new ArrayList<String>();
        insights.values().forEach(insight -> labels.idea(insight).ifPresent(found::add));
        long pairs = 0;
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += found.get(i).equals(found.get(j)) ? 1 : 0;
            }
        }
        return pairs;
    }
}
