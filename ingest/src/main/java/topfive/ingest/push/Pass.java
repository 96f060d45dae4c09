package topfive.ingest.push;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import topfive.contract.Ids;

/** What lets somebody push, and for which sources. */
public sealed interface Pass {
    /** In the place of a source: all of them. */
    String ALL = "*";

    /** Ids of sources. */
    Set<String> sources();

    default boolean covers(String source) {
        return sources().contains(ALL) || sources().contains(source);
    }

    /** Short and safe to show: tells two passes apart, and gives neither away. */
    String name();

    /** Comes with each request as it is (RFC 6750); only its hash is kept. */
    record Token(String sha256, Set<String> sources) implements Pass {
        public Token {
            sources = Set.copyOf(sources);
        }

        @Override
        public String name() {
            return "token-" + sha256.substring(0, 8);
        }
    }

    /** Stays with both sides, who sign with it. */
    record Secret(byte[] key, Set<String> sources) implements Pass {
        public Secret {
            key = key.clone();
            sources = Set.copyOf(sources);
        }

        @Override
        public byte[] key() {
            return key.clone();
        }

        @Override
        public String name() {
            return "secret-" + Ids.sha256(key).substring(0, 8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Secret secret && Arrays.equals(key, secret.key) && sources.equals(secret.sources);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(key) + sources.hashCode();
        }

        @Override
        public String toString() {
            return name() + sources;
        }
    }

    static Pass token(String token, Set<String> sources) {
        return new Token(Ids.sha256(token), sources);
    }

    static Pass secret(String secret, Set<String> sources) {
        return new Secret(secret.getBytes(StandardCharsets.UTF_8), sources);
    }
}
