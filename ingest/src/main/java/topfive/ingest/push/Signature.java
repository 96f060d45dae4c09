package topfive.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Signature: t=UNIX,v1=HEX}: v1 is the HMAC-SHA-256 over t, a dot and the body as it is sent, in hexadecimal.
 *
 * @param time when it was signed
 * @param stated t as it stands, since that is what was signed
 */
public record Signature(Instant time, String stated, String hex) {
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,11}),\\s?v1=([0-9a-fA-F]{64})");

    /** The whole value of the header, for a client. */
    public static String header(Instant now, byte[] body, byte[] key) {
        var time = "" + now.getEpochSecond();
        return "t=" + time + ",v1=" + new String(sign(time, body, key), StandardCharsets.UTF_8);
    }

    static Optional<Signature> parse(String header) {
        var matcher = FORM.matcher(header.strip());
        return matcher.matches()
                ? Optional.of(new Signature(
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(1))),
                        matcher.group(1),
                        matcher.group(2).toLowerCase(java.util.Locale.ROOT)))
                : Optional.empty();
    }

    boolean isOf(byte[] body, byte[] key) {
        return MessageDigest.isEqual(hex.getBytes(StandardCharsets.UTF_8), sign(stated, body, key));
    }

    private static byte[] sign(String time, byte[] body, byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
