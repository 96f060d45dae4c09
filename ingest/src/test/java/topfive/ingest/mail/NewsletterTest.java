package topfive.ingest.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.Document.Quality;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Unreadable;

class NewsletterTest {
    private static final Languages LANGUAGES = Languages.load();
    private static final String HEAD = """
            From: Ada Reed <ada@quaynews.example>
            Subject: Tides
            Date: Wed, 14 Oct 2026 08:00:00 +0000
            Message-ID: <1@quaynews.example>
            MIME-Version: 1.0
            """;
    private static final String NEWS =
            "The ferry to the islands will run every hour from Monday on, because the new pier is finished, the county said.";

    @Test
    void the_html_of_a_newsletter_is_read_without_what_stands_around_its_text() throws Exception {
        var letter = Newsletter.read(resource("harbour-weekly.eml"), "harbour-weekly.eml", LANGUAGES);

        assertThat(letter.reading().body().texts())
                .containsExactly(
                        "Waiting times double",
                        "Ships now wait eleven days for a berth in the two largest ports of the coast, twice as long as in spring,"
                                + " the pilots’ guild said.",
                        "The guild blames a shortage of tugs: four of nineteen are in the yard, and no charter is to be had before"
                                + " January.",
                        "Rates follow",
                        "A box from the estuary to the north cost 2,140 crowns on Tuesday, 18 percent more than a week before.",
                        "Port | Days",
                        "Easthaven | 11",
                        "Skerry | 10",
                        "Zoë walks the quays so that you need not.",
                        "Ben counts the boats that nobody else counts, every morning at six o’clock.");
        assertThat(letter.reading().language()).isEqualTo("en");
        assertThat(letter.reading().quality()).isEqualTo(Quality.FULL);
    }

    @Test
    void its_header_says_who_sends_it_when_and_what_it_is_known_by() throws Exception {
        var letter = Newsletter.read(resource("harbour-weekly.eml"), "harbour-weekly.eml", LANGUAGES);

        assertThat(letter.reading().title()).isEqualTo("The quays fill up again — and rates follow");
        assertThat(letter.reading().author()).isEqualTo("Harbour Weekly · Zoë Lindqvist");
        assertThat(letter.reading().published()).hasToString("Optional[2026-10-14T08:02:07+02:00]");
        assertThat(letter.messageId()).isEqualTo("20261014.812.weekly@harbourweekly.co.uk");
        assertThat(letter.list()).isEqualTo("weekly.lists.harbourweekly.co.uk");
        assertThat(letter.home()).isEqualTo("https://weekly.lists.harbourweekly.co.uk/");
        assertThat(letter.reading().notes()).containsExactly("attachments not read: tide-table.pdf");
    }

    @Test
    void plain_text_stands_in_where_the_html_only_points_elsewhere() throws Exception {
        var mail = HEAD + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                [image: logo]
                %s
                <https://click.example/1>

                Fares stay as they are < https://click.example/2 >, it added, at least until the summer.
                =================

                To unsubscribe: https://click.example/u
                --\s
                Ada Reed, Quay News
                --b
                Content-Type: text/html; charset=utf-8

                <p>Your mail program shows no text?</p>
                --b--
                """.formatted(NEWS);

        assertThat(texts(mail))
                .containsExactly(
                        NEWS, "Fares stay as they are , it added, at least until the summer.".replace(" ,", ","));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "quoted-printable, windows-1252",
        "base64, windows-1252",
        "8bit, windows-1252",
        "8bit, utf-8",
        "8bit, ''",
        "base64, utf-16",
        "base64, no-such-charset"
    })
    void every_encoding_gives_the_same_words(String transfer, String charset) throws Exception {
        var words =
                "Zoë’s ferry – the “Möwe” – carried 40,000 people in August, more than ever before, its owner says.";
        var named = charset.isEmpty() || charset.startsWith("no-") ? "utf-8" : charset;
        var bytes = words.getBytes(
                named.equals("utf-16")
                        ? java.nio.charset.StandardCharsets.UTF_16BE
                        : java.nio.charset.Charset.forName(named));
        var label = charset.isEmpty() ? "" : "; charset=\"" + charset.replace("utf-16", "utf-16be") + '"';
        var head = HEAD + "Content-Type: text/plain" + label + "\nContent-Transfer-Encoding: " + transfer + "\n\n";
        var body = switch (transfer) {
            case "base64" -> Base64.getMimeEncoder().encodeToString(bytes);
            case "quoted-printable" -> quoted(bytes);
            default -> new String(bytes, ISO_8859_1);
        };

        assertThat(Newsletter.read((head + body + "\n").getBytes(ISO_8859_1), "a.eml", LANGUAGES)
                        .reading()
                        .body()
                        .texts())
                .containsExactly(words);
    }

    @Test
    void a_mail_that_only_hands_on_another_is_that_other() throws Exception {
        var mail = HEAD.replace("Tides", "Fwd: look") + """
                Content-Type: multipart/mixed; boundary=o

                --o
                Content-Type: text/plain

                Worth reading.
                --o
                Content-Type: message/rfc822

                From: Tide Letter <hello@tides.example>
                Subject: Spring tide
                Message-ID: <77@tides.example>
                Content-Type: text/plain

                %s
                --o--
                """.formatted(NEWS);
        var letter = Newsletter.read(mail.getBytes(UTF_8), "a.eml", LANGUAGES);

        assertThat(letter.reading().title()).isEqualTo("Spring tide");
        assertThat(letter.reading().author()).isEqualTo("Tide Letter");
        assertThat(letter.messageId()).isEqualTo("77@tides.example");
        assertThat(letter.reading().body().texts()).containsExactly(NEWS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Tide Letter <hello@tides.example> | <tl.tides.example> | https://tl.tides.example/",
                "Tide Letter <hello@tides.example> | <a1b2.list-id.mailer.example.net> | https://tides.example/",
                "Ada <ada@substack.com> | <adareed.substack.com> | https://adareed.substack.com/",
                "Ada <ada.reed@gmail.com> | '' | ''",
                "'hello@tides.example (Tide Letter)' | '' | https://tides.example/"
            })
    void whose_it_is_follows_from_the_sender_and_from_the_list_where_both_are_one_house(
            String from, String list, String home) throws Exception {
        var mail = "From: " + from + "\nMessage-ID: <1@x>\n" + (list.isEmpty() ? "" : "List-Id: " + list + "\n") + "\n"
                + NEWS;

        var letter = Newsletter.read(mail.getBytes(UTF_8), "a.eml", LANGUAGES);

        assertThat(letter.home()).isEqualTo(home);
        assertThat(letter.list()).isNotEmpty();
        assertThat(letter.writer())
                .isEqualTo(home.isEmpty() ? java.util.Optional.of("ada.reed@gmail.com") : java.util.Optional.empty());
    }

    @Test
    void a_broken_mail_is_read_as_far_as_it_goes() throws Exception {
        var cut = HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + NEWS;

        assertThat(texts(cut)).containsExactly(NEWS);
        assertThat(texts(HEAD + "Content-Type: text/plain; charset=\"\nthis is no field\n\n" + NEWS))
                .contains(NEWS);
        assertThat(texts(HEAD.replace("\n", "\r") + "Content-Type: text/plain\r\r" + NEWS))
                .containsExactly(NEWS);
        assertThat(texts("From somebody Wed Oct 14 08:00:00 2026\n" + HEAD + "\n" + NEWS))
                .containsExactly(NEWS);
    }

    @Test
    void parts_in_parts_and_mails_in_mails_end_somewhere() throws Exception {
        var mail = new StringBuilder(HEAD);
        for (int level = 0; level < 20_000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\n\n--b")
                    .append(level)
                    .append('\n');
        }
        var nested = new StringBuilder(HEAD)
                .append("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n")
                .append(NEWS)
                .append("\n--b\n");
        for (int level = 0; level < 20_000; level++) {
            nested.append("Content-Type: message/rfc822\n\nFrom: a@b.example\n");
        }
        var many = new StringBuilder(HEAD)
                .append("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n")
                .append(NEWS)
                .append('\n');
        many.append("--b\nContent-Type: text/plain\n\nx\n".repeat(20_000));

        assertThat(refusal(mail.toString())).isEqualTo("no-text");
        assertThat(texts(nested.toString())).containsExactly(NEWS);
        assertThat(Newsletter.read(many.toString().getBytes(UTF_8), "a.eml", LANGUAGES)
                        .reading()
                        .notes())
                .containsExactly("more than 300 parts: the rest is not read");
        assertThat(texts(HEAD + "X-Long: " + "y".repeat(60_000) + "\n\n" + NEWS))
                .containsExactly(NEWS);
        assertThat(refusal(HEAD + "X-Long: y\n".repeat(50_000) + "\n" + NEWS)).isEqualTo("no-text");
    }

    @Test
    void what_is_sealed_or_empty_says_so() {
        assertThat(
                        refusal(
                                HEAD
                                        + "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAG\n"))
                .isEqualTo("encrypted");
        assertThatThrownBy(() -> texts(HEAD + "Content-Type: application/pdf; name=plan.pdf\n\nx\n"))
                .hasMessage("a.eml is a mail without any text; attachments are not read: plan.pdf");
    }

    @Test
    void a_letter_for_those_who_pay_is_marked() throws Exception {
        var mail = HEAD + "\n" + NEWS + "\n\nThis post is for paid subscribers\n";

        assertThat(Newsletter.read(mail.getBytes(UTF_8), "a.eml", LANGUAGES)
                        .reading()
                        .quality())
                .isEqualTo(Quality.PAYWALLED);
    }

    @ParameterizedTest
    @CsvSource({
        "'From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nText', true",
        "'Received: by x\n\tat y\nFrom: a@b.example\n\nText', true",
        "'From: the desk\nTo: everybody\n\nA memo that somebody typed.', false",
        "'Ann: Message-ID: what is that?\nBob: From: a mail.', false",
        "'<html>\nFrom: a\nMessage-ID: x', false",
        "'', false"
    })
    void a_mail_is_told_by_its_header(String text, boolean mail) {
        assertThat(MailFile.isMail(text.getBytes(UTF_8))).isEqualTo(mail);
    }

    private static java.util.List<String> texts(String mail) throws Unreadable {
        return Newsletter.read(mail.getBytes(UTF_8), "a.eml", LANGUAGES)
                .reading()
                .body()
                .texts();
    }

    private static String refusal(String mail) {
        try {
            return texts(mail).toString();
        } catch (Unreadable e) {
            return e.reason();
        }
    }

    private static String quoted(byte[] bytes) {
        var quoted = new StringBuilder();
        for (int at = 0; at < bytes.length; at++) {
            int value = bytes[at] & 0xFF;
            quoted.append(value < 127 && value != '=' ? String.valueOf((char) value) : "=%02X".formatted(value));
            quoted.append(at % 60 == 59 ? "=\n" : "");
        }
        return quoted.toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = NewsletterTest.class.getResourceAsStream("/testdata/mail/" + name)) {
            return in.readAllBytes();
        }
    }
}
