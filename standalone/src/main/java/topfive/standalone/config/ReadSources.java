package topfive.standalone.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import topfive.standalone.Refusal;

/** The list {@code sources} of topfive.yml. */
public final class ReadSources {
    public static final List<String> KINDS = List.of("feed", "page", "episode", "folder", "file");

    /** How often, where nothing is said: others' servers are asked seldom, a folder of one's own costs nothing. */
    private static final String EVERY = "30m";

    private static final String EVERY_LOCAL = "1m";
    private static final Pattern ENTRY = Pattern.compile("sources\\[(\\d{1,9})]\\..+");

    private ReadSources() {}

    static List<SourceEntry> of(Layers layers) {
        var entries = new ArrayList<SourceEntry>();
        int count = count(layers);
        for (var i = 0; i < count; i++) {
            entries.add(entry(layers, "sources[" + i + "]."));
        }
        var ids = new HashSet<String>();
        entries.forEach(entry -> {
            if (!ids.add(entry.id())) {
                throw Refusal.configuration(
                        "two sources have the id " + entry.id(), "give each its own id: it names the source for good");
            }
        });
        return entries;
    }

    private static int count(Layers layers) {
        return layers.settings().stream()
                .map(setting -> ENTRY.matcher(setting.name()))
                .filter(matcher -> matcher.matches())
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)) + 1)
                .max()
                .orElse(0);
    }

    private static SourceEntry entry(Layers layers, String at) {
        var id = needed(layers, at + "id", "a short name, e.g. example-news");
        var url = needed(layers, at + "url", "an address or a folder");
        var kind = or(layers.text(at + "kind"), "feed");
        if (!KINDS.contains(kind)) {
            throw wrong(layers, at + "kind", "one of " + String.join(", ", KINDS));
        }
        return new SourceEntry(
                id,
                or(layers.text(at + "name"), id),
                url,
                kind,
                every(layers, at + "every", kind),
                layers.text(at + "owner"),
                muted(layers, at + "muted"),
                layers.text(at + "category"));
    }

    private static Duration every(Layers layers, String key, String kind) {
        var text = or(layers.text(key), usual(kind));
        if (!Values.isDuration(text) || Values.duration(text).isZero()) {
            throw wrong(layers, key, Key.Kind.DURATION.expected);
        }
        return Values.duration(text);
    }

    private static String usual(String kind) {
        return kind.equals("folder") || kind.equals("file") ? EVERY_LOCAL : EVERY;
    }

    /** How often a source of this kind is asked where nothing is said. */
    public static Duration usually(String kind) {
        return Values.duration(usual(kind));
    }

    private static boolean muted(Layers layers, String key) {
        return switch (or(layers.text(key), "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(layers, key, "true or false");
        };
    }

    private static String needed(Layers layers, String key, String expected) {
        var text = layers.text(key);
        if (text.isEmpty()) {
            throw Refusal.configuration(key + " is missing", "expected " + expected);
        }
        return text;
    }

    private static Refusal wrong(Layers layers, String key, String expected) {
        return Refusal.configuration(
                key + " in " + layers.get(key).from() + " is \"" + layers.text(key) + "\"", "expected " + expected);
    }

    private static String or(String text, String unless) {
        return text.isEmpty() ? unless : text;
    }
}
