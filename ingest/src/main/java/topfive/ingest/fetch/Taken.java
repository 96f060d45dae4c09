package topfive.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A body, unpacked, as far as it was taken.
 *
 * @param bytes what was read; of a body that was not taken whole, its head
 * @param reason {@code too-large} or {@code broken}; "" where it was taken whole
 * @param why words that follow the address, "" where it was taken whole
 */
public record Taken(byte[] bytes, String reason, String why) {
    static final Taken NOTHING = new Taken(new byte[0], "", "");

    private static final int CHUNK = 8 * 1024;

    /** Pages pack to a fifth or a tenth; what unpacks to a hundred times its size, and is large, was made to burst. */
    private static final int RATIO = 100;

    private static final int HARMLESS = 1024 * 1024;

    public boolean isWhole() {
        return reason.isEmpty();
    }

    /**
     * Takes at most {@code limit} bytes from the wire, and unpacks them to at most as many.
     *
     * @param encoding {@code Content-Encoding}: gzip, x-gzip, deflate (with the zlib header or without), or ""; never one upon another
     * @throws IOException where the connection breaks
     */
    public static Taken from(InputStream wire, String encoding, int limit) throws IOException {
        if (!encoding.matches("|(?:x-)?gzip|deflate")) {
            return new Taken(new byte[0], "broken", "is encoded as " + encoding + ", which was not asked for");
        }
        var came = wire.readNBytes(limit + 1);
        var taken = encoding.isEmpty() || came.length == 0 ? new Taken(came, "", "") : unpack(came, encoding, limit);
        return came.length > limit ? new Taken(taken.bytes(), "too-large", "is larger than " + size(limit)) : taken;
    }

    private static Taken unpack(byte[] packed, String encoding, int limit) throws IOException {
        var out = new ByteArrayOutputStream();
        var source = new ByteArrayInputStream(packed);
        try (var in = encoding.equals("deflate") ? inflating(source, packed) : new GZIPInputStream(source, CHUNK)) {
            var buffer = new byte[CHUNK];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, Math.min(read, limit + 1 - out.size()));
                int consumed = packed.length - source.available();
                if (out.size() > limit) {
                    return new Taken(out.toByteArray(), "too-large", "unpacks to more than " + size(limit));
                }
                if (out.size() > HARMLESS && out.size() / RATIO > consumed) {
                    return new Taken(
                            out.toByteArray(), "too-large", "unpacks to more than " + RATIO + " times its size");
                }
            }
            return new Taken(out.toByteArray(), "", "");
        } catch (EOFException e) {
            return new Taken(out.toByteArray(), "broken", "is " + encoding + " that breaks off");
        } catch (ZipException e) {
            return new Taken(
                    out.toByteArray(), "broken", "is " + encoding + " that cannot be unpacked: " + e.getMessage());
        }
    }

    /** RFC 9110 says zlib, some servers send the bare stream: a zlib header is a multiple of 31 and names method 8. */
    private static InputStream inflating(InputStream source, byte[] packed) {
        boolean zlib = packed.length > 1
                && (packed[0] & 0x0f) == 8
                && (((packed[0] & 0xff) << 8) | (packed[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!zlib);
        return new InflaterInputStream(source, inflater, CHUNK) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private static String size(int limit) {
        return limit / 1024 + " KiB";
    }
}
