package topfive.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import topfive.contract.Label;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.MiniLm;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifierTest {
    private MiniLm encoder;
    private Classifier classifier;

    @BeforeAll
    void load() {
        encoder = MiniLm.load();
        classifier = new Classifier(encoder);
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void a_claim_gets_its_topic_and_its_theme() {
        var classified =
                classify("The hospital found that patients recovered faster when nurses had fewer beds to look after.");
        assertThat(classified.topics().get(0).code()).isEqualTo("medtop:07000000");
        assertThat(classified.themes().get(0).code()).isEqualTo("theme:health-medicine");
    }

    @Test
    void a_claim_about_two_things_gets_two_labels() {
        var classified = classify("Universities dismiss lecturers and the teachers' union calls a strike over pay.");
        assertThat(classified.topics()).extracting(Label::code).contains("medtop:05000000", "medtop:09000000");
    }

    @Test
    void what_is_about_nothing_stays_unclassified() {
        var classified = classify("Blue is my favourite colour, and seven my number.");
        assertThat(classified.topics()).isEmpty();
        assertThat(classified.themes()).isEmpty();
    }

    @Test
    void labels_come_best_first_and_never_above_a_thousand() {
        var topics = classify("The court ruled that the football club must pay its players.")
                .topics();
        assertThat(topics).isSortedAccordingTo((a, b) -> b.score() - a.score());
        assertThat(topics).allSatisfy(label -> assertThat(label.score()).isBetween(1, 1000));
    }

    @Test
    void a_taxonomy_of_names_and_definitions_is_enough() {
        var taxonomy = new Taxonomy(
                "mine",
                List.of(
                        Taxonomy.Entry.of("bees", "beekeeping", "keeping bees: hives, honey, queens and swarms"),
                        Taxonomy.Entry.of(
                                "boats", "sailing", "boats and sailing: harbours, masts, wind and regattas")));
        var prototypes = Prototypes.of(taxonomy, encoder);
        assertThat(prototypes
                        .best(encoder.encode("The swarm left its hive in May."))
                        .code())
                .isEqualTo("bees");
        assertThat(prototypes.best(encoder.encode("Asdf.")).code()).isIn("bees", "boats");
    }

    @Test
    void by_ones_own_taxonomy_there_are_topics_and_no_themes() {
        var own = new Taxonomy(
                "desk",
                List.of(
                        Taxonomy.Entry.of("x:1", "Ball games", "sport: football, tennis and basketball"),
                        Taxonomy.Entry.of("x:2", "Kitchens", "cooking: recipes, restaurants and bread")));
        var classifier = new Classifier(encoder, own);
        var claim = "The striker scored twice in the second half.";
        var classified = classifier.classify(claim, encoder.encode(claim));
        assertThat(classified.topics()).extracting(Label::code).containsExactly("x:1");
        assertThat(classified.themes()).isEmpty();
        assertThat(classifier.version()).isEqualTo("desk");
    }

    @Test
    void of_a_few_narrow_labels_none_is_said_of_what_is_about_something_else() {
        var own = new Taxonomy(
                "desk",
                List.of(
                        Taxonomy.Entry.of("grid", "Power grid", "electricity: power plants, grids and energy bills"),
                        Taxonomy.Entry.of("ward", "Hospital ward", "hospitals: nurses, patients and doctors"),
                        Taxonomy.Entry.of("desk", "Office work", "work in offices: graduates, hiring and layoffs")));
        var classifier = new Classifier(encoder, own);
        var rents = "Rents for new leases have fallen 7 percent since the city let owners build six homes on any lot.";
        var power = "Households pay for power plants that were ordered for data centers.";
        assertThat(classifier.classify(rents, encoder.encode(rents)).topics()).isEmpty();
        assertThat(classifier.classify(power, encoder.encode(power)).topics())
                .extracting(Label::code)
                .containsExactly("grid");
    }

    @Test
    void a_label_means_more_than_the_words_of_its_definition() {
        var alone = Centres.apart(List.of(encoder.encode("a: public affairs"), encoder.encode("b: the arts")));
        var sharpened = OurTopics.by(KnownVectors.of(encoder)).sharpen(alone);
        var claim = encoder.encode("Rebels took the airfield and drafted boys of sixteen.");
        assertThat(Encoder.cosine(sharpened[0], claim)).isGreaterThan(Encoder.cosine(alone[0], claim));
        assertThat(Encoder.cosine(sharpened[1], claim)).isLessThan(Encoder.cosine(alone[1], claim));
    }

    @Test
    void its_version_names_both_taxonomies() {
        assertThat(classifier.version()).isEqualTo("medtop.v2+themes.v2");
    }

    private Classification classify(String claim) {
        return classifier.classify(claim, encoder.encode(claim));
    }
}
