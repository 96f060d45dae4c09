package topfive.ingest.push;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import topfive.contract.Ids;

/**
 * Asks who comes: a bearer token, or a signature over the body. Without any pass whoever reaches the address is let in, as long as he calls
 * it by a local name.
 *
 * <p>A signature counts within five minutes, either side. A request that was answered 2xx may be repeated byte for byte within them: a
 * client that lost the answer is told {@code duplicate:true}. What a repetition cannot do is to bring back an older text after a newer one
 * has come: that is refused as {@code replayed}. The memory of signatures is bounded and ends with the process, so within five minutes of a
 * start a text signed before it could be brought back once.
 */
final class Doorkeeper {
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String BEARER = "Bearer ";

    private final List<Pass> passes;
    private final InstantSource clock;
    private final Seen seen = new Seen(WINDOW.multipliedBy(2));

    Doorkeeper(List<Pass> passes, InstantSource clock) {
        this.passes = passes;
        this.clock = clock;
    }

    /**
     * Who was let in.
     *
     * @param pass empty where none is needed
     * @param signature to be checked as soon as the body is there; empty where a token is enough
     */
    record Visitor(Optional<Pass> pass, Optional<Signature> signature) {
        boolean mayPushFor(String source) {
            return pass.map(own -> own.covers(source)).orElse(true);
        }
    }

    /** What can be said before the body is read. */
    Visitor atTheDoor(Context context) throws Problem {
        if (passes.isEmpty()) {
            return stranger(context.host());
        }
        var signature = context.header("X-Signature");
        if (signature != null) {
            return new Visitor(Optional.empty(), Optional.of(inTime(signature)));
        }
        return new Visitor(Optional.of(bearer(context.header("Authorization"))), Optional.empty());
    }

    /** A web page whose name was re-bound to this machine would come under its own name. */
    private static Visitor stranger(String host) throws Problem {
        if (host != null && host.matches("(?i)(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?")) {
            return new Visitor(Optional.empty(), Optional.empty());
        }
        throw Problem.of(403, "host", "without a token only requests to localhost are taken; set ingest.token");
    }

    private Pass bearer(String authorization) throws Problem {
        if (authorization == null) {
            throw unknown("no-credentials", "send Authorization: Bearer TOKEN, or X-Signature: t=UNIX,v1=HEX");
        }
        boolean scheme = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        var given = Ids.sha256(scheme ? authorization.substring(BEARER.length()).strip() : "");
        Pass found = null;
        for (var pass : passes) { // all of them, so that the time does not tell which
            found = pass instanceof Pass.Token token && same(token.sha256(), given) ? pass : found;
        }
        if (!scheme || found == null) {
            throw unknown("bad-token", "this token is not known here; expected Authorization: Bearer TOKEN");
        }
        return found;
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private Signature inTime(String header) throws Problem {
        var signature = Signature.parse(header)
                .orElseThrow(
                        () -> unknown(
                                "bad-signature",
                                "X-Signature is not of the form t=UNIX,v1=HEX with the 64 hex digits of HMAC-SHA-256 over t.body"));
        var now = clock.instant();
        var apart = Duration.between(signature.time(), now).abs();
        if (apart.compareTo(WINDOW) > 0) {
            throw unknown(
                    "stale",
                    "t is " + signature.time() + ", here it is " + now + ": they may be 300 s apart; sign it anew");
        }
        return signature;
    }

    /** @param body as it was sent, before anything is unpacked */
    Visitor signed(Visitor visitor, byte[] body) throws Problem {
        if (visitor.signature().isEmpty()) {
            return visitor;
        }
        Pass found = null;
        for (var pass : passes) {
            found = pass instanceof Pass.Secret secret
                            && visitor.signature().get().isOf(body, secret.key())
                    ? pass
                    : found;
        }
        if (found == null) {
            throw unknown("bad-signature", "v1 is not the HMAC-SHA-256 over t.body with a secret known here");
        }
        return new Visitor(Optional.of(found), visitor.signature());
    }

    /** Whether this very request was taken before. */
    boolean knows(Visitor visitor) {
        return visitor.signature().map(signature -> seen.has(signature.hex())).orElse(false);
    }

    void remember(Visitor visitor) {
        visitor.signature().ifPresent(signature -> seen.add(signature.hex(), clock.instant()));
    }

    static Problem replayed() {
        return unknown("replayed", "this signed request was taken before, and its document has another text by now");
    }

    private static Problem unknown(String reason, String detail) {
        return Problem.of(401, reason, detail).with("WWW-Authenticate", "Bearer realm=\"topfive\"");
    }
}
