package topfive.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ids come from content and identity, so that whatever is said twice has one name. */
public final class Ids {
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private Ids() {}

    /**
     * @param identity guid or canonical address, as the kind of source says; else the content hash
     * @return 32 hex digits
     */
    public static String document(String sourceId, String identity) {
        return sha256(sourceId + "\n" + identity).substring(0, 32);
    }

    /** @return sha-256 of the normalised text (NFC, lower case, single spaces), 64 hex digits */
    public static String contentHash(List<String> texts) {
        var normal = Normalizer.normalize(String.join("\n", texts), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        return sha256(WHITE_SPACE.matcher(normal).replaceAll(" ").strip());
    }

    /** @return 32 hex digits */
    public static String insight(String documentId, String contentHash, int block, int start, int end) {
        return sha256(documentId + "\n" + contentHash + "\n" + block + "\n" + start + "\n" + end)
                .substring(0, 32);
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
