package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Limits;
import topfive.ingest.FilesAsDocuments.Outcome;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;

class FilesAsDocumentsTest {
    @TempDir
    Path folder;

    private FilesAsDocuments files;

    @BeforeEach
    void load() {
        files = new FilesAsDocuments(new CopyDesk(Languages.load()), Instant.parse("2026-10-14T18:00:00Z"));
    }

    @Test
    void each_statement_is_one_document_from_a_source_of_its_own() throws IOException {
        var read = (Outcome.Read) files.statements(
                write("000.txt", "The title\nMeta cuts 600 jobs.\n\nLayoffs pay for compute. They do.\n"));

        assertThat(read.documents())
                .extracting(document -> document.source().owner())
                .containsExactly("statement 1", "statement 2");
        assertThat(read.documents())
                .extracting(document -> document.texts().get(0))
                .containsExactly("Meta cuts 600 jobs.", "Layoffs pay for compute. They do.");
        assertThat(read.documents())
                .extracting(document -> document.texts().size())
                .containsOnly(1);
        assertThat(read.documents()).extracting(document -> document.language()).containsOnly("en");
    }

    @Test
    void a_pushed_document_a_transcript_and_a_feed_are_told_apart_by_content() throws IOException {
        assertThat(title("a.json", "{\"source\":\"wire\",\"title\":\"Pushed\",\"content\":\"Rents fell.\"}"))
                .isEqualTo("Pushed");
        assertThat(title("b.json", "{\"version\":\"1.0.0\",\"segments\":[{\"startTime\":1,\"body\":\"Rents fell.\"}]}"))
                .isEqualTo("b");
        assertThat(
                        title(
                                "c.xml",
                                "<rss><channel><title>F</title><item><title>Item</title><description>Rents fell.</description></item></channel></rss>"))
                .isEqualTo("Item");
        assertThat(
                        title(
                                "d.html",
                                "<html><body><article><h1>Page</h1><p>Rents fell by 7 percent in the city.</p></article></body></html>"))
                .isEqualTo("Page");
    }

    @Test
    void bytes_that_are_no_characters_are_refused_also_as_statements() throws IOException {
        var noise = new byte[4000];
        new Random(7).nextBytes(noise);
        var file = Files.write(folder.resolve("noise.txt"), noise);

        assertThat(why(file)).endsWith("noise.txt is not text; give HTML, plain text or a transcript");
        assertThat(files.statements(file)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_one_line() throws IOException {
        assertThat(why(folder.resolve("none.txt"))).isEqualTo(folder.resolve("none.txt") + " does not exist");
        assertThat(why(folder)).contains("is a folder; name its files");
        assertThat(why(write("empty.html", ""))).endsWith("empty.html is empty");
        assertThat(why(write("bare.html", "<html><body><img></body></html>"))).endsWith("has no article text in it");
        assertThat(why(write("feed.xml", "<rss><channel><title>T</title></channel></rss>")))
                .endsWith("is a feed without items that have text");
        assertThat(why(write("large.txt", "x".repeat(Limits.PUSH + 1)))).contains("the limit is 2048 KiB: divide it");
        assertThat(why(write("odd.json", "{\"a\":1}"))).contains("neither a transcript");
    }

    private String title(String name, String content) throws IOException {
        return ((Outcome.Read) files.read(write(name, content)))
                .documents()
                .get(0)
                .title();
    }

    private String why(Path file) {
        return ((Outcome.Refused) files.read(file)).why();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
