package topfive.ingest.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import topfive.ingest.mail.MailFile;
import topfive.ingest.mail.Newsletter;
import topfive.ingest.text.Languages;

/** A newsletter as a file: headers, parts within parts, encodings of transfer and of text. */
class MailFuzzTest {
    private static final Languages LANGUAGES = Languages.load();

    @FuzzTest(maxDuration = "3m")
    void newsletter(byte[] bytes) {
        MailFile.isMail(bytes);
        Promise.isReadOrRefused(() -> {
            var letter = Newsletter.read(bytes, "letter.eml", LANGUAGES);
            Promise.holds(letter.reading(), bytes.length);
            Promise.isLine(letter.sender());
            Promise.isLine(letter.list());
            Promise.isLine(letter.messageId());
            Promise.isLink(letter.home());
        });
    }
}
