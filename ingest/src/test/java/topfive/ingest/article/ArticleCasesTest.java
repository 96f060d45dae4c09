package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.ingest.text.Languages;

/** Walks {@code articles/}: a folder for every kind of page, with the page and the text that a reader takes from it. All of them are invented. */
class ArticleCasesTest {
    private static final Path CASES = Path.of("src/test/resources/articles");
    private static final String URL = "https://www.ledger.example/2026/11/16/story.html";

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_text_is_the_article_and_nothing_else(String name) throws IOException {
        assertThat(ours(name)).isEqualTo(file(name, "expected.txt").strip());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_page_is_read_worse_than_by_readability(String name) throws IOException {
        var expected = file(name, "expected.txt");
        var theirs = new Readability4J(URL, file(name, "page.html")).parse().getTextContent();

        assertThat(wordF1(expected, ours(name))).isGreaterThanOrEqualTo(wordF1(expected, theirs == null ? "" : theirs));
    }

    private static String ours(String name) throws IOException {
        return ArticlePage.read(file(name, "page.html"), URL, Languages.load(), "")
                .text();
    }

    private static String file(String name, String file) throws IOException {
        return Files.readString(CASES.resolve(name).resolve(file));
    }

    private static double wordF1(String expected, String found) {
        var wanted = words(expected);
        var given = words(found);
        double both = 0;
        for (var word : wanted.entrySet()) {
            both += Math.min(word.getValue(), given.getOrDefault(word.getKey(), 0));
        }
        return 2 * both / Math.max(1, sum(wanted) + sum(given));
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }
}
