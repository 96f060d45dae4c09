package topfive.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes to text: byte order mark, then what the server says, then what the file says, then UTF-8, then windows-1252. A label is believed
 * only where the bytes fit it, because labels are often wrong; one of single bytes only where they are not UTF-8.
 */
public final class Encoding {
    private static final Pattern DECLARED =
            Pattern.compile("(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

    /** As browsers read these labels (WHATWG Encoding Standard): the wider set of each family. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("iso-8859-8-i", "iso-8859-8"));

    private static final Pattern SINGLE = Pattern.compile("(?i)(?:iso-8859-|windows-12|koi8|us-ascii|x-mac|ibm8).*");

    private static final Pattern FEED = Pattern.compile("<(?:\\w+:)?(?:rss|feed|rdf)\\b", Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encoding() {}

    /** @param contentType as the server says it, or "" */
    public static String decode(byte[] bytes, String contentType) {
        var marked = byteOrderMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        for (var charset : candidates(bytes, contentType)) {
            var text = strictly(bytes, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return mostlyUtf8(bytes);
    }

    private static List<Charset> candidates(byte[] bytes, String contentType) {
        var candidates = new ArrayList<Charset>();
        wide(bytes).ifPresent(charset -> candidates.add(ebcdic(bytes, charset)));
        named(contentType).ifPresent(candidates::add);
        named(declaration(bytes)).ifPresent(candidates::add);
        if (wide(bytes).isEmpty()) {
            candidates.removeIf(charset ->
                    charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
        }
        candidates.add(StandardCharsets.UTF_8);
        // hardly any text in single bytes happens to be well-formed UTF-8, but many servers call everything ISO-8859-1
        if (SINGLE.matcher(candidates.get(0).name()).matches()) {
            candidates.add(0, StandardCharsets.UTF_8);
        }
        return candidates;
    }

    /** Of XML its declaration alone: what a feed quotes further down may declare something else. */
    private static String declaration(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
        int start = head.indexOf("<?xml ");
        int end = start < 0 ? -1 : head.indexOf("?>", start);
        var stated = end < 0 ? "" : head.substring(start, end);
        return named(stated).isPresent() || FEED.matcher(head).find() ? stated : head;
    }

    /** One of the family is enough to read which one it is. */
    private static Charset ebcdic(byte[] bytes, Charset seen) {
        return seen.name().startsWith("IBM")
                ? named(new String(bytes, 0, Math.min(bytes.length, 200), seen))
                        .filter(stated -> stated.name().startsWith("IBM"))
                        .orElse(seen)
                : seen;
    }

    private static Optional<Charset> named(String text) {
        var matcher = DECLARED.matcher(text == null ? "" : text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var label = matcher.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(label, label)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> byteOrderMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(mostlyUtf8(bytes).substring(1));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, Charset.forName("UTF-32LE")));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, Charset.forName("UTF-32BE")));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    /** Two or four bytes a character without a mark, or EBCDIC: seen by how the first characters look in it. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (starts(bytes, 0, 0, 0, '<')) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (starts(bytes, '<', 0, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (isAscii(bytes, 1, 3) && isZero(bytes, 0, 2)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (isAscii(bytes, 0, 2) && isZero(bytes, 1, 3)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(bytes, 0x4C, 0x6F, 0xA7, 0x94) ? Optional.of(Charset.forName("IBM037")) : Optional.empty();
    }

    private static boolean isAscii(byte[] bytes, int... places) {
        return Arrays.stream(places).allMatch(at -> at < bytes.length && bytes[at] > 0);
    }

    private static boolean isZero(byte[] bytes, int... places) {
        return Arrays.stream(places).allMatch(at -> at < bytes.length && bytes[at] == 0);
    }

    private static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int at = 0; at < head.length; at++) {
            if ((bytes[at] & 0xFF) != head[at]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-8 with a few bad bytes stays UTF-8; a text whose every accent is a bad byte is windows-1252. */
    private static String mostlyUtf8(byte[] bytes) {
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        long bad = utf8.chars().filter(c -> c == 0xFFFD).count();
        long good = utf8.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return bad <= good || bad == 0 ? utf8 : new String(bytes, WINDOWS);
    }
}
