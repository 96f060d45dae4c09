package topfive.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topfive.processor.encode.MiniLm;

/**
 * What the classifier says of the claims of our sample days, against an editor's labels. Prints the tables of docs/quality.md into {@code
 * target/classification.md}. The floors are a little below what was measured, since vectors differ between kinds of machines.
 */
class LabelledClaimsTest {
    private static MiniLm encoder;
    private static LabelQuality first;
    private static LabelQuality heldOut;
    private static LabelQuality desks;

    @BeforeAll
    static void classify() throws IOException {
        encoder = MiniLm.load();
        var topics = Prototypes.of(Taxonomy.mediaTopics(), encoder);
        var themes = Prototypes.of(Taxonomy.themes(), encoder);
        var classifier = new Classifier(encoder);
        first = LabelQuality.of(LabelledClaims.read("claims-2026-10-14.txt"), classifier, topics, themes, encoder);
        heldOut = LabelQuality.of(LabelledClaims.read("claims-2026-10-15.txt"), classifier, topics, themes, encoder);
        desks = LabelQuality.of(LabelledClaims.read("claims-desks.txt"), classifier, topics, themes, encoder);
        Files.writeString(Path.of("target/classification.md"), LabelQuality.tables(List.of(first, heldOut, desks)));
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void what_is_said_of_a_claim_is_mostly_right() {
        assertThat(first.topics().precision()).isGreaterThan(0.80);
        assertThat(first.themes().precision()).isGreaterThan(0.80);
        assertThat(desks.topics().precision()).isGreaterThan(0.80);
    }

    @Test
    void a_claim_about_nothing_in_particular_is_left_unclassified() {
        assertThat(desks.topics().silentWhereNothingIsNeeded()).isGreaterThan(0.80);
    }

    @Test
    void a_day_that_nothing_was_tuned_on_is_labelled_nearly_as_well() {
        assertThat(heldOut.topics().precision()).isGreaterThan(0.70);
        assertThat(heldOut.themes().precision()).isGreaterThan(0.70);
    }
}
