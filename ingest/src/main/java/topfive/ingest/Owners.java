package topfive.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import topfive.ingest.text.Links;

/** Whose an address is: its registrable domain by the public suffix list, because one publisher has many hosts. On a host that
 * gives everybody a name of his own, such as github.io, each name is an owner. */
final class Owners {
    private Owners() {}

    /** @return e.g. {@code bbc.co.uk}; the host itself where it has no registrable domain; "" where there is no host */
    static String of(String url) {
        var host = Links.host(url);
        if (host.isEmpty() || host.matches("[\\d.]+|\\[.*]")) {
            return host;
        }
        var domain = domain(host);
        return domain == null || domain.isEmpty() ? lastTwo(host) : domain;
    }

    /** One at a time: the first caller reads the list of suffixes, which takes a moment. */
    private static synchronized String domain(String host) {
        return EffectiveTldFinder.getAssignedDomain(host, true, false);
    }

    private static String lastTwo(String host) {
        var labels = host.split("\\.");
        return labels.length < 3 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
