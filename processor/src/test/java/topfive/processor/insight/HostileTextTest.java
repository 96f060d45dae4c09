package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.article;
import static topfive.processor.insight.Documents.episode;
import static topfive.processor.insight.Documents.says;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a megabyte of one thing takes a second or two; anything quadratic would take many minutes, which is all that the limit here tells. */
class HostileTextTest {
    private static final int LARGEST = 512 * 1024;

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "a",
                "Mr. ",
                "! ",
                ". ",
                "so ",
                "ab.Cd",
                "\" ",
                "(",
                "“a. ",
                "\r \n",
                "1. ",
                "a) ",
                "x@",
                "\\*",
                "word, because it costs 5%. "
            })
    void a_text_of_one_thing_over_and_over_is_read_in_linear_time(String unit) {
        var text = unit.repeat(LARGEST / unit.length());
        var extractor = new Extractor();
        assertThat(extractor.extract(article(text))).hasSizeLessThanOrEqualTo(24);
        assertThat(extractor.extract(episode(says("x", text)))).hasSizeLessThanOrEqualTo(24);
    }
}
