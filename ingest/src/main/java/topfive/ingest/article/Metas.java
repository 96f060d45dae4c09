package topfive.ingest.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import topfive.ingest.text.Tidy;

/** The meta elements of a page by name, property or itemprop, whatever the case; read once, since a page may have thousands. */
final class Metas {
    private final Map<String, List<String>> contents = new HashMap<>();

    private Metas() {}

    static Metas of(Document page) {
        var metas = new Metas();
        for (var element : page.select("meta[content]")) {
            var content = Tidy.line(element.attr("content"));
            if (!content.isEmpty()) {
                for (var key : List.of("property", "name", "itemprop", "http-equiv")) {
                    metas.add(element.attr(key), content);
                }
            }
        }
        return metas;
    }

    private void add(String names, String content) {
        for (var name : names.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!name.isEmpty()) {
                contents.computeIfAbsent(name, absent -> new ArrayList<>()).add(content);
            }
        }
    }

    /** The first content of the first of these names that the page has; "" where it has none. */
    String first(String... names) {
        for (var name : names) {
            var found = contents.get(name);
            if (found != null) {
                return found.get(0);
            }
        }
        return "";
    }

    /** All contents under these names, in the order of the names. */
    List<String> all(String... names) {
        var all = new ArrayList<String>();
        for (var name : names) {
            all.addAll(contents.getOrDefault(name, List.of()));
        }
        return all;
    }
}
