package topfive.ingest.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Links;
import topfive.ingest.text.Tidy;

/** The header of a mail: the first field of each name, decoded (RFC 2047; bytes beyond ASCII as UTF-8 or windows-1252). */
record Headers(Map<String, String> fields) {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,100}\\)");
    private static final Pattern FORWARDED =
            Pattern.compile("^(?:(?:fwd?|wg|tr|rv)\\s?:\\s*){1,5}", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 998;

    /** Labels that are narrower than what mail programs write under them. */
    private static final Map<Charset, Charset> WIDER = Map.of(
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            StandardCharsets.US_ASCII,
            StandardCharsets.UTF_8,
            Charset.forName("GB2312"),
            Charset.forName("GB18030"));

    Headers {
        fields = Map.copyOf(fields);
    }

    /** Who sends: a name, and an address in lower case; either may be "". */
    record Mailbox(String name, String address) {
        static Mailbox of(String written) {
            int open = written.lastIndexOf('<');
            int close = written.indexOf('>', Math.max(0, open));
            if (open >= 0 && close > open) {
                return new Mailbox(unquoted(written.substring(0, open)), address(written.substring(open + 1, close)));
            }
            var comment = COMMENT.matcher(written);
            var name = comment.find()
                    ? unquoted(comment.group().substring(1, comment.group().length() - 1))
                    : "";
            return new Mailbox(name, address(comment.replaceAll(" ")));
        }

        String domain() {
            return address.substring(address.indexOf('@') + 1);
        }

        private static String address(String written) {
            var address = Tidy.line(written).toLowerCase(Locale.ROOT);
            int at = address.indexOf('@');
            return at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0 ? address : "";
        }

        private static String unquoted(String name) {
            return Tidy.line(name.replace("\\\"", "'").replace("\"", ""));
        }
    }

    static final class Collected {
        private final Map<String, String> fields = new HashMap<>();

        void add(Field field) {
            fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT).strip(), decoded(field));
        }

        Headers done() {
            return new Headers(fields);
        }
    }

    private static String decoded(Field field) {
        var raw = field.getRaw() == null
                ? field.getBody().getBytes(StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        var line = Encoding.decode(raw, "");
        var body =
                line.substring(line.indexOf(':') + 1).replaceAll("\\r?\\n", "").strip();
        try {
            return Tidy.line(DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT, StandardCharsets.UTF_8, WIDER));
        } catch (IllegalArgumentException e) { // an encoded word that cannot be decoded stays as it is written
            return Tidy.line(body);
        }
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    String subject() {
        return FORWARDED.matcher(get("subject")).replaceFirst("");
    }

    Mailbox from() {
        var from = Mailbox.of(get("from"));
        return from.address().isEmpty() && !get("sender").isEmpty() ? Mailbox.of(get("sender")) : from;
    }

    Optional<OffsetDateTime> date() {
        return Dates.parse(COMMENT.matcher(get("date")).replaceAll("").strip());
    }

    /** Without its angle brackets, "" where there is none. */
    String messageId() {
        var written = get("message-id");
        var bare = within(written).isEmpty() ? written : within(written);
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    /** RFC 2919; the list's address (RFC 2369) where it has no id; "" where it is no list. */
    String list() {
        var id = within(get("list-id"));
        if (id.isEmpty()) {
            id = get("list-id").indexOf(' ') < 0 ? get("list-id") : "";
        }
        if (id.isEmpty()) {
            id = within(get("list-post")).replaceFirst("(?i)^mailto:", "").replaceFirst("\\?.*", "");
        }
        return id.length() > 200 ? "" : id.toLowerCase(Locale.ROOT);
    }

    /** What the list calls itself, "" where it does not. */
    String listName() {
        var written = get("list-id");
        int open = written.lastIndexOf('<');
        return open <= 0 ? "" : Mailbox.unquoted(written.substring(0, open));
    }

    /** Where the mail stands on the web for everybody (RFC 5064), "" where it does not say. */
    String archivedAt() {
        var written = get("archived-at");
        return Links.absolute(null, within(written).isEmpty() ? written : within(written))
                .orElse("");
    }

    private static String within(String written) {
        int open = written.lastIndexOf('<');
        int close = written.indexOf('>', Math.max(0, open));
        return open >= 0 && close > open ? written.substring(open + 1, close).strip() : "";
    }
}
