package topfive.ingest.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/**
 * What a newsletter says and who sends it. The HTML is read where there is some, else the plain text; what every newsletter has around its
 * text, the way out, the way to the browser, the buttons, is left out.
 *
 * @param messageId names the mail for good, "" where it has no name
 * @param list the list's id or address, else the sender's address; "" where neither is known
 * @param sender the name that a reader knows it by
 * @param home an address on the web whose owner sends it, "" where unknown
 */
public record Newsletter(Reading reading, String messageId, String list, String sender, String home) {
    private static final int NEXT_TO_NOTHING = 200;
    private static final double MUCH_SHORTER = 0.4;

    /** Everybody has an address there: the address is whose it is, not the domain. */
    private static final Set<String> MAIL_PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.net",
            "gmx.de",
            "gmx.com",
            "web.de",
            "proton.me",
            "protonmail.com",
            "fastmail.com",
            "posteo.de",
            "mail.ru",
            "qq.com",
            "163.com");

    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.-]{1,253}");

    private static final Pattern WALL = Pattern.compile(
            "this (?:post|issue|edition|newsletter) is (?:only )?for (?:paid|paying) (?:subscribers|members)"
                    + "|(?:subscribe|upgrade)(?: to [^.]{1,60})? to (?:unlock|read|get) the (?:rest|full)"
                    + "|keep reading with a \\d+-day free trial|upgrade to paid to (?:read|unlock)",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param name of the file, for messages
     * @throws Unreadable {@code bad-mail}, {@code encrypted} or {@code no-text}
     */
    public static Newsletter read(byte[] bytes, String name, Languages languages) throws Unreadable {
        var whole = MimeWalk.read(bytes);
        var mail = content(whole);
        var page = LetterPage.of(mail.html());
        var all = paragraphs(mail, page, languages);
        var paragraphs = Farewell.without(all);
        if (paragraphs.isEmpty()) {
            throw without(mail, name);
        }
        boolean walled = all.stream()
                .anyMatch(paragraph -> WALL.matcher(paragraph.text()).find());
        return of(mail, page, paragraphs, walled ? Quality.PAYWALLED : Quality.FULL, languages);
    }

    /** A mail that only hands on another is that other one. */
    private static Mail content(Mail whole) {
        return whole.enclosed().stream()
                .filter(Mail::hasText)
                .findFirst()
                .filter(inner -> whole.html().isBlank() && whole.text().strip().length() < NEXT_TO_NOTHING)
                .orElse(whole);
    }

    private static List<Paragraph> paragraphs(Mail mail, LetterPage page, Languages languages) {
        var html = page.paragraphs();
        var plain = LetterText.paragraphs(mail.text(), languages);
        return length(Farewell.without(html)) < MUCH_SHORTER * length(Farewell.without(plain)) ? plain : html;
    }

    private static int length(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }

    private static Unreadable without(Mail mail, String name) {
        var type = mail.headers().get("content-type");
        boolean sealed = (type + mail.attachments()).matches("(?i).*(?:pkcs7-mime|smime\\.p7m|multipart/encrypted).*");
        return sealed
                ? new Unreadable("encrypted", name + " is an encrypted mail; give it as it reads once it is opened")
                : new Unreadable("no-text", name + " is a mail without any text" + attached(mail));
    }

    private static String attached(Mail mail) {
        return mail.attachments().isEmpty() ? "" : "; attachments are not read: " + named(mail);
    }

    private static String named(Mail mail) {
        var first = String.join(", ", mail.attachments().stream().limit(10).toList());
        int more = mail.attachments().size() - 10;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static Newsletter of(
            Mail mail, LetterPage page, List<Paragraph> paragraphs, Quality quality, Languages languages) {
        var headers = mail.headers();
        var from = headers.from();
        var sender = first(from.name(), headers.listName(), from.address());
        var text = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        var reading = new Reading(
                headers.subject(),
                from.name(),
                first(headers.archivedAt(), page.address()),
                sender,
                headers.date(),
                languages.of(text, first(headers.get("content-language"), page.language())),
                quality,
                false,
                new Reading.Written(paragraphs),
                mail.notes());
        var noted = mail.attachments().isEmpty() ? reading : reading.noting("attachments not read: " + named(mail));
        var list = first(headers.list(), from.address());
        return new Newsletter(noted, headers.messageId(), list, sender, home(from, headers.list()));
    }

    /** The list's own host where it belongs to the sender's domain: on a platform it says who of many writes. */
    private static String home(Headers.Mailbox from, String list) {
        var domain = from.domain();
        if (domain.isEmpty()) {
            return list.indexOf('.') > 0 ? web(list) : "";
        }
        if (MAIL_PROVIDERS.contains(domain)) {
            return "";
        }
        return web(list.endsWith("." + domain) && HOST.matcher(list).matches() ? list : domain);
    }

    /** "" for what is no host: anything may stand behind the @ of a mail that is broken. */
    private static String web(String host) {
        return HOST.matcher(host).matches() ? "https://" + host + "/" : "";
    }

    private static String first(String... words) {
        return List.of(words).stream()
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whose it is where {@link #home} does not tell: one writer at a mail provider. */
    public Optional<String> writer() {
        return home.isEmpty() && !list.isEmpty() ? Optional.of(list) : Optional.empty();
    }
}
