package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"fence","day":"2026-11-21","of":1} x | Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') (line 1, column 44)
            {"type":"fence","type":"article"}    | Duplicate field 'type' (line 1, column 23)
            {"type":"fence","x":{"a":1,"a":2}}   | Duplicate field 'a' (line 1, column 31)
            {"day":"2026-11-21"}                 | Could not resolve subtype of `FromProducers`: missing type id property 'type' (line 1, column 20)
            {"type":"film"}                      | Could not resolve type id 'film' as a subtype of `FromProducers`: known type ids = [article, episode, fence] (line 1, column 9)
            {"type":"fence"}                     | day of a fence is missing (line 1, column 16)
            {"type":"fence","day":"21.11."}      | Cannot deserialize value of type `java.time.LocalDate` from String "21.11.": Failed to deserialize java.time.LocalDate: (java.time.format.DateTimeParseException) Text '21.11.' could not be parsed at index 0 (day, line 1, column 23)
            {"type":"fence","day":"2026-11-21","partition":4,"of":4} | fence of 2026-11-21: partition 4 of 4 (line 1, column 56)
            {"type":"article","source":{"id":"s"}}                   | source name is missing (source, line 1, column 37)
            {"type":"article","paragraphs":[{"text":"a"},{}]}        | text of a paragraph is missing (paragraphs[1], line 1, column 47)
            {"type":"article","paragraphs":[null]}                   | document id is missing (line 1, column 38)
            {"type":"article","paragraphs":[{"text":"a","kind":"z"}]} | Cannot deserialize value of type `Article$Kind` from String "z": not one of the values accepted for Enum class: [heading, item, quote, text] (paragraphs[0].kind, line 1, column 52)
            {"type":"article","paragraphs":5}    | Cannot deserialize value of type `java.util.ArrayList<Article$Paragraph>` from Integer value (token `JsonToken.VALUE_NUMBER_INT`) (paragraphs, line 1, column 32)
            {"type":"article","title":"a         | Unexpected end-of-input in VALUE_STRING (title, line 1, column 29)
            {"type":"article","x":[1,            | Unexpected end-of-input within/between Array entries (line 1, column 26)
            null                                 | null
            ''                                   | No content to map due to end-of-input (line 1, column 0)
            """)
    void what_is_wrong_is_said_in_one_line_with_the_place(String json, String fault) {
        assertThatThrownBy(() -> Json.read(json, FromProducers.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("not a FromProducers: " + fault);
    }

    @Test
    void another_place_in_the_text_is_named_without_noise() {
        assertThatThrownBy(() -> Json.read("{\"type\":\n[1}", JsonNode.class))
                .hasMessage("not a JsonNode: Unexpected close marker '}': expected ']'"
                        + " (for Array starting at line: 2, column: 1) (line 2, column 3)");
    }

    @Test
    void a_line_is_counted_in_a_text_of_several() {
        assertThatThrownBy(() -> Json.read("{\"type\":\"fence\",\n\"day\":\n  7.5}", FromProducers.class))
                .hasMessageEndingWith("(day, line 3, column 3)");
    }

    @Test
    void nesting_deeper_than_1000_is_refused_with_the_place() {
        assertThatThrownBy(() -> Json.read("{\"x\":\n" + "[".repeat(5000), FromProducers.class))
                .hasMessageContaining("nesting depth (1001) exceeds the maximum")
                .hasMessageEndingWith("(line 2, column 1001)");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_with_the_place() {
        var json = new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        assertThatThrownBy(() -> Json.read(json, Feedback.class))
                .hasMessage("not a Feedback: Invalid UTF-8 start byte 0xff (line 1, column 5)");
    }

    @Test
    void a_long_fault_is_cut() {
        assertThatThrownBy(() -> Json.read("{\"type\":\"" + "x".repeat(5000) + "\"}", FromProducers.class))
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(500));
    }

    @Test
    void a_topic_names_itself_when_a_value_cannot_be_read() {
        var values = Topics.FEEDBACK.values().deserializer();

        assertThatThrownBy(() -> values.deserialize("topfive.feedback.v1", new byte[] {'['}))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("topfive.feedback.v1: not a Feedback: ");
    }

    @Test
    void null_is_written_out_and_times_are_rfc_3339() {
        var feedback = new Feedback(1, "f1", "mute", "tramwatch", null, Instant.parse("2026-11-21T14:03:00Z"));

        assertThat(new String(Json.bytes(feedback), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"id\":\"f1\",\"kind\":\"mute\",\"a\":\"tramwatch\",\"b\":null,\"at\":\"2026-11-21T14:03:00Z\"}");
    }

    @Test
    void for_people_it_is_indented_and_ends_with_a_newline() {
        assertThat(Json.pretty(new Span(0, 1, 2))).isEqualToNormalizingNewlines("""
                {
                  "block" : 0,
                  "start" : 1,
                  "end" : 2
                }
                """);
    }

    /** They come in strangers' JSON; UTF-8 has no bytes for them. */
    @Test
    void half_a_surrogate_pair_makes_no_record_unwritable() {
        var paragraph = new Article.Paragraph("so \ud83d, and \ude00 \ud83d\ude00", Article.Kind.TEXT);

        assertThat(Json.read(Json.bytes(List.of(paragraph)), Article.Paragraph[].class))
                .containsExactly(paragraph);
    }
}
