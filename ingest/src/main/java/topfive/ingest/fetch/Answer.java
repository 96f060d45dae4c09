package topfive.ingest.fetch;

import java.util.List;
import okhttp3.Headers;

/**
 * What came back from one request.
 *
 * @param body taken only of a 200
 * @param fromPublic whether the address that answered is a public one
 * @param retryAfter the header of this name, "" where it is missing
 */
record Answer(int status, Headers headers, Taken body, boolean fromPublic, String retryAfter) {
    private static final List<Integer> ELSEWHERE = List.of(301, 302, 303, 307, 308);

    boolean isRedirect() {
        return ELSEWHERE.contains(status);
    }

    boolean isForGood() {
        return status == 301 || status == 308;
    }

    /** 429, 503: the server asks to be left alone. */
    boolean isLater() {
        return status == 429 || status == 503;
    }

    /** "" where the header is missing. */
    String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value.strip();
    }
}
