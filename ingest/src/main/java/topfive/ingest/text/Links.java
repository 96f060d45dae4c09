package topfive.ingest.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as they may be kept: absolute, http or https, without what only counts visitors. */
public final class Links {
    /** Parameters that campaigns and networks add; the address means the same without them. */
    private static final Pattern TRACKING = Pattern.compile(
            "(utm_[a-z]+|mtm_[a-z]+|pk_(?:campaign|kwd|source)|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|srsltid|mc_cid|mc_eid|mkt_tok|igshid|igsh|yclid|_hsenc|_hsmi|_ga|_gl|cmpid|icid|oly_(?:anon|enc)_id|vero_id|at_(?:medium|campaign)|ref_src)=.*");

    private Links() {}

    /** The absolute http(s) address, tidied; empty where it is none. */
    public static Optional<String> absolute(String base, String link) {
        if (link == null || link.isBlank()) {
            return Optional.empty();
        }
        try {
            var spaceless = link.strip().replace(" ", "%20").replace("|", "%7C");
            var uri = base == null || base.isBlank() ? new URI(spaceless) : new URI(base).resolve(new URI(spaceless));
            return Optional.of(uri)
                    .filter(found -> found.getHost() != null && isWeb(found.getScheme()))
                    .map(Links::tidied);
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static boolean isWeb(String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    /** The host in lower case, without "www."; "" where there is none. */
    public static String host(String url) {
        try {
            var host = url == null ? null : new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.(?=.)", "");
        } catch (java.net.URISyntaxException e) {
            return "";
        }
    }

    private static String tidied(URI uri) {
        var text = new StringBuilder(uri.getScheme().toLowerCase(Locale.ROOT)).append("://");
        text.append(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath() == null ? "" : uri.getRawPath());
        var query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .filter(part -> !part.isEmpty()
                                && !TRACKING.matcher(part.toLowerCase(Locale.ROOT))
                                        .matches())
                        .collect(Collectors.joining("&"));
        return query.isEmpty()
                ? text.toString()
                : text.append('?').append(query).toString();
    }
}
