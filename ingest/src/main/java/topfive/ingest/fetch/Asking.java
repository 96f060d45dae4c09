package topfive.ingest.fetch;

import okhttp3.Headers;
import okhttp3.HttpUrl;

/** A request as it goes over the wire. */
final class Asking {
    private static final int LONGEST = 1_024;
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, text/html, text/vtt, */*;q=0.5";

    private Asking() {}

    /** The validators go along exactly as they were received, and only to the address that gave them. */
    static okhttp3.Request message(HttpUrl at, Validators validators, String userAgent) {
        var headers = new Headers.Builder()
                .add("User-Agent", userAgent)
                .add("Accept", ACCEPT)
                .add("Accept-Encoding", "gzip, deflate");
        if (WebAddress.same(at, validators.url())) {
            add(headers, "If-None-Match", validators.etag());
            add(headers, "If-Modified-Since", validators.lastModified());
        }
        return new okhttp3.Request.Builder().url(at).headers(headers.build()).build();
    }

    static boolean isConditional(HttpUrl at, Validators validators) {
        return WebAddress.same(at, validators.url())
                && (isSendable(validators.etag()) || isSendable(validators.lastModified()));
    }

    /** Null, which is none, where it is empty, would break out of its line, is no text, or is long enough to be a cookie in disguise. */
    static String sendable(String value) {
        return isSendable(value) ? value : null;
    }

    private static boolean isSendable(String value) {
        return value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7f || c == 0xfffd);
    }

    private static void add(Headers.Builder headers, String name, String value) {
        if (isSendable(value)) {
            headers.addUnsafeNonAscii(name, value);
        }
    }
}
