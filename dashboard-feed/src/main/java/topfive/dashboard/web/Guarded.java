package topfive.dashboard.web;

import io.javalin.http.Context;

/** What every answer tells the browser: nothing from elsewhere, no script of the page's own text, no frame, no referrer. */
final class Guarded {
    private static final String PAGE = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A digest carries its style with it, as mail does; it has no script at all. */
    static final String DIGEST = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private Guarded() {}

    static void guard(Context http) {
        http.header("Content-Security-Policy", PAGE);
        http.header("X-Content-Type-Options", "nosniff");
        http.header("X-Frame-Options", "DENY");
        http.header("Referrer-Policy", "no-referrer");
        http.header("Cross-Origin-Opener-Policy", "same-origin");
        http.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
