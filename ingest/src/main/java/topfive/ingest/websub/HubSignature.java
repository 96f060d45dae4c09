package topfive.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code X-Hub-Signature: method=hex}. Of the methods that the recommendation lists, sha1 is not believed any more. */
final class HubSignature {
    private static final Map<String, String> METHODS =
            Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** @param header as it came; null where there was none */
    static boolean isOf(String header, byte[] body, String secret) {
        var parts = header == null ? new String[0] : header.strip().split("=", 2);
        var method = parts.length < 2 ? null : METHODS.get(parts[0].toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        var right = HexFormat.of().formatHex(hmac(method, body, secret.getBytes(StandardCharsets.UTF_8)));
        var given = parts[1].strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(String method, byte[] body, byte[] secret) {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret, method));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform since 9 has " + method, e);
        }
    }
}
