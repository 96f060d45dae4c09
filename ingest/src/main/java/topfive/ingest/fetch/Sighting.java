package topfive.ingest.fetch;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** What is seen of one answer where it arrives, before the client acts on it. Belongs to one call, as its tag. */
final class Sighting {
    private volatile boolean fromPublic;
    private volatile String retryAfter = "";

    /** Whether the address that answered is a public one. */
    boolean isFromPublic() {
        return fromPublic;
    }

    String retryAfter() {
        return retryAfter;
    }

    /**
     * The client repeats some requests by itself (408, 503) unless it is told to wait, and trips over a number that is too large. When to ask
     * again is not its business.
     */
    static Response note(Interceptor.Chain chain) throws IOException {
        var sighting = chain.request().tag(Sighting.class);
        sighting.fromPublic =
                PublicAddress.is(chain.connection().route().socketAddress().getAddress());
        var response = chain.proceed(chain.request());
        if (response.header("Content-Length", "").strip().startsWith("-")) {
            throw new ProtocolException("a body of negative length"); // which the client would take for a number
        }
        sighting.retryAfter = response.header("Retry-After", "").strip();
        return response.newBuilder().header("Retry-After", "1").build();
    }
}
