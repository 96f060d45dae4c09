package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.article;
import static topfive.processor.insight.Documents.episode;
import static topfive.processor.insight.Documents.says;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import topfive.contract.Document;

/** Every piece of every passage stands in its block, in these words. */
class VerbatimTest {
    private static final Path SEEDS = Path.of(System.getProperty("topfive.root", "."), "../shared/data/seeds");

    private final Extractor extractor = new Extractor();

    @Test
    void in_written_text_with_marks_and_odd_spaces() {
        assertVerbatim(
                article(
                        "In \\*\\*Ansley\\*\\* the *brewery* earns more from water\u00a0than from  beer, because the town pays it to clean the river (all 12 km of it).",
                        "“We sell **40% fewer** loaves,” says the baker of Corran, “but the price of a loaf has doubled, so nobody here is poorer.”"));
    }

    @Test
    void in_speech() {
        assertVerbatim(
                episode(
                        says(
                                "Ines",
                                "[01:02:03] Well, you know, the brewery in Ansley earns more from water than from beer, because the town pays it to clean the river. "
                                        + "So that means 9,000 people drink what the dairy in Corran lets in, and the dairy pays nothing for it.")));
    }

    @Test
    void in_the_seed_articles() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "skipped: no ../shared/data/seeds");
        try (var files = Files.list(SEEDS)) {
            for (var file : files.sorted().toList()) {
                assertVerbatim(
                        article(Files.readString(file, StandardCharsets.UTF_8).split("\\n\\s*\\n|(?<=\\S)\\n")));
            }
        }
    }

    private void assertVerbatim(Document document) {
        var passages = extractor.extract(document);
        assertThat(passages).isNotEmpty();
        for (var passage : passages) {
            var pieces = pieces(passage.text());
            assertThat(pieces).hasSameSizeAs(passage.spans());
            for (int i = 0; i < pieces.size(); i++) {
                var span = passage.spans().get(i);
                var block = document.texts().get(span.block());
                assertThat(bare(block)).contains(bare(pieces.get(i)));
                assertThat(bare(block.substring(span.start(), span.end()))).isEqualTo(bare(pieces.get(i)));
            }
        }
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var piece : text.split(Passage.CUT)) {
            if (!piece.isBlank()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Written anew here: the rule, not the product's way to it. */
    private static String bare(String text) {
        return text.replace("\\", "")
                .replace("*", "")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }
}
