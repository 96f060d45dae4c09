package topfive.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import topfive.ingest.text.Links;

/** Whose an address is: its registrable domain by the public suffix list, because one publisher has many hosts. */
final class Owners {
    private Owners() {}

    /** @return e.g. {@code bbc.co.uk}; the host itself where it has no registrable domain; "" where there is no host */
    static String of(String url) {
        var host = Links.host(url);
        if (host.isEmpty() || host.matches("[\\d.]+|\\[.*]")) {
            return host;
        }
        var domain = EffectiveTldFinder.getAssignedDomain(host, false, true);
        return domain == null || domain.isEmpty() ? lastTwo(host) : domain;
    }

    private static String lastTwo(String host) {
        var labels = host.split("\\.");
        return labels.length < 3 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
