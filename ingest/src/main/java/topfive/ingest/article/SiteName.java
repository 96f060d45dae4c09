package topfive.ingest.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.ingest.text.Links;

/**
 * What the publication calls itself, so that its name is not taken for a headline or an author.
 *
 * @param shown as a reader sees it, "" where the page does not say
 */
record SiteName(String shown, Set<String> names, String host) {
    private static final int LONGEST = 60;
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|–—»«·•:/>-]+\\s+|\\s*\\|\\s*|\\s+::\\s+|(?<=\\S):\\s+");
    private static final Pattern END = Pattern.compile("(?:\\s+[–—»«·•:/>-]+\\s+|\\s*\\|\\s*|\\s+::\\s+)(?=\\S)");

    static SiteName of(Metas metas, JsonLd said, String url) {
        var shown = Texts.first(metas.first("og:site_name"), said.publisher(), metas.first("application-name"));
        var names = new LinkedHashSet<String>();
        for (var name : metas.all("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher")) {
            names.add(squeeze(name));
        }
        names.add(squeeze(said.publisher()));
        names.remove("");
        return new SiteName(shown, names, squeeze(Links.host(url).replaceFirst("\\.[a-z.]{2,6}$", "")));
    }

    /** Whether the text is the site's name and nothing else. */
    boolean is(String text) {
        var name = squeeze(text);
        return !name.isEmpty() && (names.contains(name) || names.contains("the" + name) || isHost(name));
    }

    private boolean isHost(String name) {
        return name.length() > 3
                && name.length() < LONGEST
                && (host.equals(name)
                        || host.endsWith(name) && name.length() * 2 > host.length()
                        || name.startsWith(host) && host.length() * 2 > name.length() && host.length() > 3);
    }

    /** A title without the site's name before or behind it. Where the site has no known name, a short last part counts as one. */
    String cutFrom(String title) {
        var parts = parts(title);
        int from = 0;
        int to = parts.size();
        while (to - from > 1 && is(text(title, parts, from, from + 1))) {
            from++;
        }
        while (to - from > 1 && is(text(title, parts, to - 1, to))) {
            to--;
        }
        var cut = text(title, parts, from, to);
        return to - from == parts.size() ? cutEnd(cut) : cut;
    }

    private static String cutEnd(String title) {
        var matcher = END.matcher(title);
        int last = -1;
        int behind = -1;
        while (matcher.find()) {
            last = matcher.start();
            behind = matcher.end();
        }
        boolean shortEnd = last > 0
                && title.length() - behind <= 40
                && title.substring(behind).split("\\s+").length <= 4
                && last > (title.length() - behind);
        return shortEnd ? title.substring(0, last).strip() : title;
    }

    /** Where the parts of a title begin and end: pairs of offsets. */
    private static List<int[]> parts(String title) {
        var parts = new ArrayList<int[]>();
        var matcher = SEPARATOR.matcher(title);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                parts.add(new int[] {from, matcher.start()});
            }
            from = matcher.end();
        }
        if (from < title.length()) {
            parts.add(new int[] {from, title.length()});
        }
        return parts;
    }

    private static String text(String title, List<int[]> parts, int from, int to) {
        return parts.isEmpty()
                ? title
                : title.substring(parts.get(from)[0], parts.get(to - 1)[1]).strip();
    }

    private static String squeeze(String name) {
        return Lines.fold(name).replace(" ", "");
    }
}
