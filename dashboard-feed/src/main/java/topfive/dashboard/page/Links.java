package topfive.dashboard.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses a reader may be sent to. */
public final class Links {
    /** Browsers take these in addresses, the standard does not; publishers write them. */
    private static final Pattern LOOSE = Pattern.compile("[\\s\"<>\\\\^`{|}]");

    private Links() {}

    /** @return the address if it is an absolute http(s) one, else empty: then there is no link */
    public static String safe(String url) {
        if (url == null) {
            return "";
        }
        return parsed(url.strip())
                .or(() -> parsed(encoded(url.strip())))
                .filter(Links::web)
                .map(URI::toString)
                .orElse("");
    }

    private static boolean web(URI uri) {
        var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        var host = uri.getRawAuthority();
        return web && host != null && !host.contains("@");
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String url) {
        return LOOSE.matcher(url).replaceAll(match -> {
            var out = new StringBuilder();
            for (var octet : match.group().getBytes(StandardCharsets.UTF_8)) {
                out.append('%').append(Character.toUpperCase(Character.forDigit(octet >> 4 & 0xF, 16)));
                out.append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
            }
            return out.toString();
        });
    }
}
