package topfive.ingest.fetch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;

/** The hub and self entries of {@code Link} headers (RFC 8288; WebSub, 4). */
final class LinkHeader {
    private static final Set<String> WANTED = Set.of("hub", "self");
    private static final int LONGEST = 8 * 1024;
    private static final int MOST = 10;

    private LinkHeader() {}

    static List<Hints.Link> read(List<String> headers, HttpUrl at) {
        var links = new ArrayList<Hints.Link>();
        headers.stream().filter(header -> header.length() <= LONGEST).forEach(header -> read(header, at, links));
        return List.copyOf(links.subList(0, Math.min(MOST, links.size())));
    }

    /** {@code <target>; rel="hub self"; type=x, <target>; rel=self}; addresses may hold commas, so brackets decide. */
    private static void read(String header, HttpUrl at, List<Hints.Link> links) {
        int open = header.indexOf('<');
        while (open >= 0) {
            int close = header.indexOf('>', open);
            if (close < 0) {
                return;
            }
            int next = header.indexOf('<', close);
            var target = at.resolve(header.substring(open + 1, close).strip());
            if (target != null) {
                relations(header.substring(close + 1, next < 0 ? header.length() : next))
                        .filter(WANTED::contains)
                        .forEach(rel -> links.add(new Hints.Link(rel, asked(target))));
            }
            open = next;
        }
    }

    /** What stands behind the # is never asked for, and may hold what no address may. */
    private static String asked(HttpUrl target) {
        return target.newBuilder().fragment(null).build().toString();
    }

    private static java.util.stream.Stream<String> relations(String parameters) {
        return Arrays.stream(parameters.split("[;,]"))
                .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
                .filter(parameter -> parameter.startsWith("rel") && parameter.contains("="))
                .filter(parameter ->
                        parameter.substring(0, parameter.indexOf('=')).strip().equals("rel"))
                .flatMap(parameter -> Arrays.stream(parameter
                        .substring(parameter.indexOf('=') + 1)
                        .replace("\"", "")
                        .strip()
                        .split("\\s+")));
    }
}
