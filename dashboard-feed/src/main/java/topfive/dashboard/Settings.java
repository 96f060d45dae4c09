package topfive.dashboard;

import java.time.ZoneId;
import java.util.Objects;

/**
 * @param zone whose day it is
 * @param bind address to listen on; loopback unless the operator says otherwise
 * @param port 0 picks a free one
 * @param publicUrl how readers reach the page, without a slash at its end; empty: made from bind and port
 * @param sampleDay true where the written sample day is shown; the page says so
 */
public record Settings(ZoneId zone, String bind, int port, String publicUrl, boolean sampleDay) {
    public Settings {
        Objects.requireNonNull(zone, "zone");
        bind = bind == null || bind.isBlank() ? "127.0.0.1" : bind;
        publicUrl = publicUrl == null ? "" : publicUrl.strip().replaceAll("/+$", "");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("dashboard.port: " + port + " is not a port; give 0 to 65535");
        }
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^\\s/]+.*")) {
            throw new IllegalArgumentException(
                    "dashboard.public-url: " + publicUrl + " is not an address; give https://HOST or leave it empty");
        }
    }
}
