package topfive.standalone.push;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import topfive.ingest.push.Signature;

/**
 * What a request carries to be let in.
 *
 * @param token sent as it is
 * @param secret signed with, anew for each attempt
 */
public record Credentials(Optional<String> token, Optional<String> secret, InstantSource clock) {
    Map<String, String> headers(byte[] body) {
        if (secret.isPresent()) {
            var key = secret.get().getBytes(StandardCharsets.UTF_8);
            return Map.of("X-Signature", Signature.header(clock.instant(), body, key));
        }
        return token.map(text -> Map.of("Authorization", "Bearer " + text)).orElse(Map.of());
    }

    /** Never shown. */
    @Override
    public String toString() {
        return token.isPresent() ? "token" : secret.isPresent() ? "secret" : "none";
    }
}
