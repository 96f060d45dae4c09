package topfive.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String TEXT = "<?xml version='1.0' encoding='utf-8'?><a>Café “naïve”</a>";

    @Test
    void windows_bytes_under_a_utf_8_label_are_read_as_windows() {
        assertThat(Encoding.decode(TEXT.getBytes(Charset.forName("windows-1252")), "text/xml; charset=utf-8"))
                .isEqualTo(TEXT);
    }

    @Test
    void the_servers_word_counts_before_the_files() {
        var bytes = "<meta charset=utf-8><p>Привет".getBytes(Charset.forName("windows-1251"));
        assertThat(Encoding.decode(bytes, "text/html; charset=windows-1251")).endsWith("Привет");
    }

    @Test
    void utf_16_is_seen_without_a_mark() {
        assertThat(Encoding.decode(TEXT.getBytes(StandardCharsets.UTF_16LE), ""))
                .isEqualTo(TEXT);
    }

    @Test
    void a_byte_order_mark_is_not_text() {
        assertThat(Encoding.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), "text/xml; charset=iso-8859-1"))
                .isEqualTo(TEXT);
    }

    @Test
    void one_bad_byte_does_not_spoil_utf_8() {
        var bytes = "Grüße aus Köln, Zürich \u00ff".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;
        assertThat(Encoding.decode(bytes, "")).startsWith("Grüße aus Köln, Zürich");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ISO-8859-1", "us-ascii", "windows-1252", "utf-16", "ISO-8859-15", "no-such-charset", "\"", ""})
    void utf_8_is_seen_under_any_wrong_label(String label) {
        var text = "<?xml version='1.0'?><a>Zürich</a>";
        assertThat(Encoding.decode(text.getBytes(StandardCharsets.UTF_8), "text/xml; charset=" + label))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Привет",
        "KOI8-R, Привет",
        "ISO-8859-2, Łódź",
        "ISO-8859-15, 3 €",
        "windows-1253, Καλημέρα",
        "Shift_JIS, 港の新聞",
        "EUC-JP, 港の新聞",
        "ISO-2022-JP, 港の新聞",
        "GB2312, 港口新闻",
        "Big5, 港口新聞",
        "EUC-KR, 항구 신문",
        "UTF-16, Łódź",
        "UTF-32LE, Łódź"
    })
    void a_declaration_is_believed_where_the_bytes_fit_it(String name, String words) {
        var text = "<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n<a>" + words + "</a>";
        assertThat(Encoding.decode(text.getBytes(Charset.forName(name)), "application/rss+xml"))
                .isEqualTo(text);
    }

    @Test
    void what_a_feed_quotes_does_not_declare_its_encoding() {
        var text =
                "<?xml version='1.0'?><rss><title>Über</title><description>&lt;meta charset=windows-1251></description></rss>";
        assertThat(Encoding.decode(text.getBytes(Charset.forName("windows-1252")), ""))
                .isEqualTo(text);
    }

    @Test
    void utf_16_is_seen_behind_white_space_and_one_ebcdic_tells_the_other() {
        assertThat(Encoding.decode(("\n" + TEXT).getBytes(StandardCharsets.UTF_16BE), "text/xml; charset=utf-8"))
                .isEqualTo("\n" + TEXT);
        var greek = "<?xml version='1.0' encoding='IBM500'?><a>[é]</a>";
        assertThat(Encoding.decode(greek.getBytes(Charset.forName("IBM500")), ""))
                .isEqualTo(greek);
    }
}
