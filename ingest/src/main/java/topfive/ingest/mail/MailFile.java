package topfive.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether bytes are a mail (RFC 5322), seen by the lines they begin with: nothing but header fields, some of which only mail has. */
public final class MailFile {
    private static final int HEAD = 16_000;
    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,78})[ \\t]{0,9}:.*");
    private static final Set<String> ONLY_MAIL = Set.of(
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "delivered-to",
            "dkim-signature",
            "list-id",
            "list-unsubscribe",
            "x-mailer",
            "content-transfer-encoding");

    private MailFile() {}

    public static boolean isMail(byte[] bytes) {
        var names = new HashSet<String>();
        for (var line : lines(bytes)) {
            if (line.isEmpty()) {
                break;
            }
            boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            var field = FIELD.matcher(line);
            if (field.matches()) {
                names.add(field.group(1).toLowerCase(Locale.ROOT));
            } else if (!continued || names.isEmpty()) {
                break; // a broken line ends the proof, not the mail
            }
        }
        return names.size() > 1
                && names.stream().anyMatch(ONLY_MAIL::contains)
                && names.stream().anyMatch(MailFile::isSender);
    }

    /** Mailbox files put a line of their own above each mail: {@code From somebody Mon Oct 12 ...}. */
    static int start(byte[] bytes) {
        int at = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB ? 3 : 0;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        if (bytes.length > at + 5 && new String(bytes, at, 5, StandardCharsets.ISO_8859_1).equals("From ")) {
            while (at < bytes.length && bytes[at++] != '\n') {}
        }
        return at;
    }

    private static boolean isSender(String name) {
        return name.equals("from") || name.equals("sender") || name.equals("return-path") || name.equals("list-id");
    }

    private static String[] lines(byte[] bytes) {
        int start = start(bytes);
        var head = new String(bytes, start, Math.min(bytes.length - start, HEAD), StandardCharsets.ISO_8859_1);
        return head.split("\\r?\\n|\\r", -1);
    }
}
