package topfive.standalone.source;

import java.time.Duration;
import topfive.standalone.config.ReadSources;
import topfive.standalone.config.SourceEntry;

/** A source as one line of topfive.yml; what goes without saying is not said. */
public final class Entry {
    private Entry() {}

    public static String yaml(SourceEntry source) {
        var line = new StringBuilder("{id: ").append(quoted(source.id()));
        if (!source.name().equals(source.id())) {
            line.append(", name: ").append(quoted(source.name()));
        }
        line.append(", url: ").append(quoted(source.url()));
        if (!source.kind().equals("feed")) {
            line.append(", kind: ").append(source.kind());
        }
        if (!source.every().equals(ReadSources.usually(source.kind()))) {
            line.append(", every: ").append(text(source.every()));
        }
        if (!source.owner().isEmpty()) {
            line.append(", owner: ").append(quoted(source.owner()));
        }
        if (!source.category().isEmpty()) {
            line.append(", category: ").append(quoted(source.category()));
        }
        return line.append(source.muted() ? ", muted: true}" : "}").toString();
    }

    /** As topfive.yml has it: {@code 90s}, {@code 30m}, {@code 2h}. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0 || duration.toNanosPart() != 0) {
            return duration.toString();
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    /** A plain word is YAML as it is; all else is quoted as in JSON. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9._-]{0,80}") && !text.matches("(?i)true|false|yes|no|on|off|null|y|n")) {
            return text;
        }
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else {
                out.appendCodePoint(c < ' ' || c == 0x7F ? ' ' : c);
            }
        });
        return out.append('"').toString();
    }
}
