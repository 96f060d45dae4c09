package topfive.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Links;
import topfive.ingest.text.Tidy;

/** The small things that every parser asks for: characters, dates, addresses, clean lines. */
class WordsFuzzTest {
    /** The first line is what the server says of it. */
    @FuzzTest(maxDuration = "3m")
    void encoding(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && bytes[line] != '\n') {
            line++;
        }
        var text = Encoding.decode(bytes, new String(bytes, 0, line, StandardCharsets.ISO_8859_1));

        assertThat(text.length()).isLessThanOrEqualTo(bytes.length);
        Promise.isLine(Tidy.line(text));
        assertThat(Tidy.line(Tidy.line(text))).isEqualTo(Tidy.line(text));
    }

    @FuzzTest(maxDuration = "3m")
    void date(byte[] bytes) {
        Promise.isDate(Dates.parse(utf8(bytes)));
    }

    /** Kept once, an address stays as it is: identities are made of it. */
    @FuzzTest(maxDuration = "3m")
    void link(byte[] bytes) {
        var stated = utf8(bytes);
        for (var base : new String[] {"", "https://a.example/b/c?d", stated}) {
            Links.absolute(base, stated).ifPresent(link -> {
                Promise.isLink(link);
                assertThat(Links.absolute(null, link)).hasValue(link);
                assertThat(Links.host(link)).isNotBlank();
            });
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
