package topfive.ingest.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.article.PlainText;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;

/** What somebody wrote: a page, a plain text, or bytes of which nobody says what they are. */
class ArticlesFuzzTest {
    private static final Languages LANGUAGES = Languages.load();
    private static final CopyDesk DESK = new CopyDesk(LANGUAGES);
    private static final String URL = "https://a.example/b";

    @FuzzTest(maxDuration = "3m")
    void page(byte[] bytes) {
        var text = Encoding.decode(bytes, "text/html");
        Promise.holds(ArticlePage.read(text, URL, LANGUAGES, ""), text.length());
    }

    @FuzzTest(maxDuration = "3m")
    void plainText(byte[] bytes) {
        var text = Encoding.decode(bytes, "text/plain");
        Promise.holds(PlainText.read(text, LANGUAGES, ""), text.length());
    }

    @FuzzTest(maxDuration = "3m")
    void anything(byte[] bytes) {
        Promise.isReadOrRefused(() -> Promise.holds(DESK.read(CopyDesk.Copy.page(bytes, "", URL)), bytes.length));
    }
}
