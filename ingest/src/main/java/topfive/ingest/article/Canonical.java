package topfive.ingest.article;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import topfive.ingest.text.Links;

/**
 * The address under which a page wants to be known (RFC 6596). A page is believed only about its own publisher's site, since some templates
 * name the front page, and some copies name whom they copied.
 */
final class Canonical {
    private static final Pattern FRONT = Pattern.compile("^https?://[^/]+(?:/(?:index\\.\\w{2,5})?)?$");

    private Canonical() {}

    /** @return the page's own word, else where it stood, "" where neither is known */
    static String of(Document page, Metas metas, String url) {
        return Stream.concat(
                        page.select("link[rel~=(?i)\\bcanonical\\b]").stream().map(Canonical::stated),
                        metas.all("og:url").stream())
                .map(said -> Links.absolute(url, said))
                .flatMap(Optional::stream)
                .filter(said -> !FRONT.matcher(said).matches() && isSamePublisher(said, url))
                .findFirst()
                .or(() -> Links.absolute(null, url))
                .orElse("");
    }

    private static String stated(Element link) {
        return link.attr("href");
    }

    private static boolean isSamePublisher(String said, String url) {
        var here = Links.host(url);
        return here.isEmpty() || domain(Links.host(said)).equals(domain(here));
    }

    /** On a platform where everybody has a name of his own, that name is part of it. One at a time: the first call reads the suffixes. */
    private static synchronized String domain(String host) {
        var domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null || domain.isEmpty() ? lastTwo(host) : domain;
    }

    /** Where the list knows no suffix: names of an inner network, and addresses. */
    private static String lastTwo(String host) {
        return host.matches("[\\d.]+|\\[.*]") ? host : host.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    }
}
