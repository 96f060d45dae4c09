package topfive.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.HashMap;
import java.util.Map;
import topfive.ingest.text.Links;

/**
 * Whose an address is. Not its host's alone: one publisher has many sites, and on a platform everybody has a name of his own. In this
 * order: who speaks on a platform ({@code platforms.v1.txt}), the family of the registrable domain ({@code families.v1.txt}), that domain by
 * the public suffix list.
 */
final class Owners {
    private static final Platforms PLATFORMS = Platforms.load();
    private static final Map<String, String> FAMILIES = families();

    private Owners() {}

    /**
     * @return e.g. {@code BBC}, {@code medium.com/@someone}, {@code harborledger.co.uk}; the host itself where it has no registrable domain;
     *     "" where there is no host
     */
    static String of(String url) {
        var host = Links.host(url);
        if (host.isEmpty() || host.matches("[\\d.]+|\\[.*]")) {
            return host;
        }
        var domain = registrable(host);
        return PLATFORMS.whose(host, domain, url).orElseGet(() -> FAMILIES.getOrDefault(domain, domain));
    }

    private static String registrable(String host) {
        var domain = assigned(host);
        return domain == null || domain.isEmpty() ? lastTwo(host) : domain;
    }

    /** One at a time: the first caller reads the list of suffixes, which takes a moment. */
    private static synchronized String assigned(String host) {
        return EffectiveTldFinder.getAssignedDomain(host, true, false);
    }

    private static String lastTwo(String host) {
        var labels = host.split("\\.");
        return labels.length < 3 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    private static Map<String, String> families() {
        var families = new HashMap<String, String>();
        for (var line : OwnersFile.lines("families.v1.txt")) {
            var name = line.substring(0, line.indexOf(':'));
            for (var domain : line.substring(name.length() + 1).strip().split("\\s+")) {
                families.put(domain, name);
            }
        }
        return Map.copyOf(families);
    }
}
