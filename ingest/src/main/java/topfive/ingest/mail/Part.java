package topfive.ingest.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import topfive.ingest.text.Tidy;

/** What the header of one part of a mail says about it. */
final class Part {
    private static final Set<String> READ = Set.of("text/html", "text/plain");

    /** They vouch for the text, or hide it; nobody would read them. */
    private static final Set<String> SIGNATURES = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pgp-encrypted");

    private final boolean inside;
    private final Map<String, RawBody> fields = new HashMap<>();

    /** @param inside false for the mail itself */
    Part(boolean inside) {
        this.inside = inside;
    }

    boolean inside() {
        return inside;
    }

    void add(Field field) {
        var name = field.getName().toLowerCase(Locale.ROOT).strip();
        if (name.equals("content-type") || name.equals("content-disposition")) {
            fields.putIfAbsent(
                    name, RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody())));
        }
    }

    /** As stated, "" where it is not: the bytes must tell then. */
    String charset() {
        return parameter("content-type", "charset");
    }

    boolean isAttachment(String type) {
        return !READ.contains(type) || isSetApart() || !fileName().isEmpty() && type.equals("text/plain");
    }

    /** Pictures that the text shows, and signatures, are not worth a word. */
    Optional<String> named(String type) {
        if (SIGNATURES.contains(type) || type.startsWith("image/") && !isSetApart()) {
            return Optional.empty();
        }
        return Optional.of(fileName().isEmpty() ? type : fileName());
    }

    private boolean isSetApart() {
        var disposition = fields.get("content-disposition");
        return disposition != null && "attachment".equalsIgnoreCase(disposition.getValue());
    }

    private String fileName() {
        var name = parameter("content-disposition", "filename");
        var line = Tidy.line(name.isEmpty() ? parameter("content-type", "name") : name);
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }

    /** RFC 2231 marks what it encodes with a star. */
    private String parameter(String field, String name) {
        var body = fields.get(field);
        return body == null
                ? ""
                : body.getParams().stream()
                        .filter(pair -> bare(pair).equals(name))
                        .map(NameValuePair::getValue)
                        .filter(value -> value != null)
                        .findFirst()
                        .orElse("");
    }

    private static String bare(NameValuePair pair) {
        var name = pair.getName() == null ? "" : pair.getName().toLowerCase(Locale.ROOT);
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    }
}
