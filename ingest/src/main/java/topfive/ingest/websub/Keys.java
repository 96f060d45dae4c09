package topfive.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address and the secret that a hub gets for a topic: 256 bits each, made of one key, so that with a key that is configured they are
 * the same after a restart, and nothing has to be kept.
 */
final class Keys {
    private final byte[] key;

    private Keys(byte[] key) {
        this.key = key;
    }

    /** @param configured "": a key for this start alone */
    static Keys of(String configured) {
        if (!configured.isEmpty()) {
            return new Keys(configured.getBytes(StandardCharsets.UTF_8));
        }
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Keys(key);
    }

    String path(Topic topic) {
        return derived("path", topic);
    }

    String secret(Topic topic) {
        return derived("secret", topic);
    }

    private String derived(String purpose, Topic topic) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var text = String.join("\n", purpose, topic.source(), topic.hub(), topic.url());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
