package topfive.ingest.fetch;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * An address as it is asked for. It is parsed once, as browsers parse (WHATWG URL), and this form is what is checked, asked and compared:
 * two parsers that disagree about the host are how checks are got around.
 */
final class WebAddress {
    private static final int LONGEST = 8 * 1024;
    private static final int SHOWN = 200;
    private static final Pattern NUMERIC_END = Pattern.compile("(?:[^.]*\\.)*(?:\\d+|0x[0-9a-f]*)");

    private WebAddress() {}

    /** @throws Refused where it is no http address, carries a user name, or writes its host as a number in an unusual way */
    static HttpUrl of(String url) throws Refused {
        var parsed = url.length() > LONGEST ? null : HttpUrl.parse(url);
        if (parsed == null) {
            throw new Refused("not-http", cut(url) + " is no http or https address");
        }
        return checked(parsed);
    }

    /** Where a redirect leads. */
    static HttpUrl next(HttpUrl at, String location) throws Refused {
        var next = location.isBlank() || location.length() > LONGEST ? null : at.resolve(location.strip());
        if (next == null) {
            throw new Refused(
                    "redirects",
                    shown(at) + " redirects to what is no http or https address: \"" + cut(location) + '"');
        }
        if (at.isHttps() && !next.isHttps()) {
            throw new Refused("insecure-redirect", shown(at) + " leads from https to " + shown(next));
        }
        return checked(next);
    }

    /** Scheme, host and port: what robots.txt speaks for (RFC 9309, 2.3). */
    static String origin(HttpUrl at) {
        var defaults = at.port() == HttpUrl.defaultPort(at.scheme());
        var host = at.host().indexOf(':') < 0 ? at.host() : '[' + at.host() + ']';
        return at.scheme() + "://" + host + (defaults ? "" : ":" + at.port());
    }

    /** Whose turn it is, and who is left alone: the name in lower case, whatever the port. */
    static String host(HttpUrl at) {
        return withoutDot(at.host());
    }

    static boolean same(HttpUrl at, String url) {
        var other = HttpUrl.parse(url);
        return other != null && Objects.equals(at, withoutFragment(other));
    }

    /** For a person: without what a query may hold in secrets, and not endless. */
    static String shown(HttpUrl at) {
        var path = cut(WebAddress.origin(at) + at.encodedPath());
        return at.encodedQuery() == null ? path : path + "?…";
    }

    static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static HttpUrl checked(HttpUrl at) throws Refused {
        if (!at.encodedUsername().isEmpty() || !at.encodedPassword().isEmpty()) {
            throw new Refused(
                    "credentials", shown(at) + " is written with a user name; such addresses are not fetched");
        }
        var host = host(at);
        if (NUMERIC_END.matcher(host).matches() && !isDottedQuad(at.host())) {
            throw new Refused(
                    "odd-host", "the host " + cut(host) + " is a number in an unusual form; write it as a.b.c.d");
        }
        return withoutFragment(at);
    }

    /** The one form that every resolver reads alike; 0177.0.0.1 is 127.0.0.1 to some and 177.0.0.1 to others. */
    private static boolean isDottedQuad(String host) {
        var parts = host.split("\\.", -1);
        return parts.length == 4
                && Arrays.stream(parts)
                        .allMatch(part -> part.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(part) < 256);
    }

    private static HttpUrl withoutFragment(HttpUrl at) {
        return at.encodedFragment() == null
                ? at
                : at.newBuilder().fragment(null).build();
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
