package topfive.ingest.push;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import topfive.contract.Limits;
import topfive.ingest.fetch.Taken;

/** The body of a request, within bounds: its size as sent and unpacked, and the time it takes. */
final class Body {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Body() {}

    /** What its headers say already; then nothing of it needs to be read. */
    static void check(Context context) throws Problem {
        var type = String.valueOf(context.contentType()).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw Problem.of(415, "content-type", "send Content-Type: application/json")
                    .with("Accept", "application/json");
        }
        if (!encoding(context).matches("|identity|gzip|x-gzip")) {
            throw Problem.of(415, "content-encoding", "send the body as it is, or as Content-Encoding: gzip")
                    .with("Accept-Encoding", "gzip");
        }
        if (context.req().getContentLengthLong() > Limits.PUSH) {
            throw tooLarge("the body");
        }
    }

    /**
     * @param limit in bytes
     * @return as it was sent
     */
    static byte[] read(Context context, int limit, InstantSource clock) throws Problem {
        var until = clock.instant().plus(DEADLINE); // before the sender is told to go on
        var out = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        try (var in = context.req().getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (out.size() > limit) {
                    throw tooLarge("the body");
                }
                if (clock.instant().isAfter(until)) {
                    throw Problem.of(408, "too-slow", "the body took longer than " + DEADLINE.toSeconds() + " s")
                            .with("Connection", "close");
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw Problem.of(400, "cut-off", "the body broke off").with("Connection", "close");
        }
    }

    static byte[] unpacked(Context context, byte[] sent) throws Problem {
        if (!encoding(context).endsWith("gzip")) {
            return sent;
        }
        var unpacked = unzipped(sent);
        if (unpacked.reason().equals("too-large")) {
            throw tooLarge("the unpacked body");
        }
        if (!unpacked.isWhole()) {
            throw Problem.of(400, "broken-gzip", "the body is no gzip, or breaks off");
        }
        return unpacked.bytes();
    }

    private static Taken unzipped(byte[] sent) {
        try {
            return Taken.from(new ByteArrayInputStream(sent), "gzip", Limits.PUSH);
        } catch (IOException e) {
            throw new UncheckedIOException("an array breaks nothing off", e);
        }
    }

    private static String encoding(Context context) {
        var encoding = context.header("Content-Encoding");
        return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    }

    private static Problem tooLarge(String what) {
        return Problem.of(
                413, "too-large", what + " is larger than " + Limits.PUSH / 1024 + " KiB: shorten or divide it");
    }
}
