package topfive.dashboard.page;

import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses a reader may be sent to. */
public final class Links {
    private Links() {}

    /** @return the address if it is an absolute http(s) one, else empty: then there is no link */
    public static String safe(String url) {
        if (url == null) {
            return "";
        }
        try {
            var uri = new URI(url.strip());
            var web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? uri.toString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
