package topfive.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks up to a limit, and stops early where the ratio says that this was made to burst. */
public final class Gunzip {
    /** Pages pack to a fifth or a tenth; a thousandth is an attack. */
    private static final int RATIO = 200;

    private static final int HARMLESS = 512 * 1024;

    private Gunzip() {}

    /** @throws IOException where it is no gzip, or breaks off */
    public static CappedBody.Taken unpack(byte[] packed, int limit) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                boolean bomb = out.size() > HARMLESS && out.size() / RATIO > packed.length;
                if (out.size() > limit || bomb) {
                    return new CappedBody.Taken(out.toByteArray(), true);
                }
            }
        }
        return new CappedBody.Taken(out.toByteArray(), false);
    }
}
