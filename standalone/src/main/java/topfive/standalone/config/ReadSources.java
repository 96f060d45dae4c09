package topfive.standalone.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import topfive.standalone.Refusal;

/** The list {@code sources} of topfive.yml. */
final class ReadSources {
    private static final Set<String> KINDS = Set.of("feed", "page", "episode", "folder", "file");

    private ReadSources() {}

    static List<SourceEntry> of(Layers layers) {
        var names = layers.settings().stream().map(Layers.Setting::name).toList();
        var entries = new ArrayList<SourceEntry>();
        for (var i = 0; has(names, i); i++) {
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

    private static boolean has(List<String> names, int i) {
        return names.stream().anyMatch(name -> name.startsWith("sources[" + i + "]."));
    }

    private static SourceEntry entry(Layers layers, String at) {
        var id = needed(layers, at + "id", "a short name, e.g. example-news");
        var url = needed(layers, at + "url", "an address or a folder");
        var kind = or(layers.text(at + "kind"), "feed");
        if (!KINDS.contains(kind)) {
            throw wrong(layers, at + "kind", "one of feed, page, episode, folder, file");
        }
        return new SourceEntry(
                id,
                or(layers.text(at + "name"), id),
                url,
                kind,
                every(layers, at + "every"),
                layers.text(at + "owner"));
    }

    private static Duration every(Layers layers, String key) {
        var text = or(layers.text(key), "30m");
        if (!Values.isDuration(text) || Values.duration(text).isZero()) {
            throw wrong(layers, key, Key.Kind.DURATION.expected);
        }
        return Values.duration(text);
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
