package topfive.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
}
