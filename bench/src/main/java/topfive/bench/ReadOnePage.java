package topfive.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.text.Languages;

/**
 * Budget: finding the article in a page takes at most three times as long as parsing the page. Pages of the sample
 * day, as small as they are and with as many links around the article as a large site has.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadOnePage {
    private static final String URL = "https://www.harborledger.example/2026/10/14/a.html";

    /** Around the article; 2,000 make a page of some 200 kB. */
    @Param({"0", "2000"})
    public int links;

    private List<String> pages;
    private List<String> texts;
    private Languages languages;
    private int next;

    @Setup
    public void load() throws IOException {
        var around = "<nav>"
                + "<li class=\"menu-item\"><a href=\"/section/page.html\">Another page of this site</a></li>\n"
                        .repeat(links)
                + "</nav>";
        pages = SampleDay.pages().stream()
                .map(page -> page.replace("</body>", around + "</body>"))
                .toList();
        texts = SampleDay.pages().stream()
                .map(page -> Jsoup.parse(page, URL).text())
                .toList();
        languages = Languages.load();
    }

    @Benchmark
    public Object parse() {
        return Jsoup.parse(page(), URL);
    }

    @Benchmark
    public Object parseAndFindTheArticle() {
        return ArticlePage.read(page(), URL, languages, "");
    }

    /** A part of finding the article, apart because it does not grow with the page. */
    @Benchmark
    public Object detectTheLanguage() {
        return languages.of(texts.get(next++ % texts.size()), "");
    }

    private String page() {
        return pages.get(next++ % pages.size());
    }
}
