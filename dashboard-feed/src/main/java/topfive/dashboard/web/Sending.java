package topfive.dashboard.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Puts an answer on the wire: its ETag, 304 where the reader has it already, gzip where the reader takes it. The compressed form has an
 * ETag of its own, since a strong one names bytes.
 */
final class Sending {
    private static final int WORTH_COMPRESSING = 1_024;
    private static final String GZIP = "-gzip";

    private Sending() {}

    static void send(Context http, Answer answer) {
        answer.headers().forEach(http::header);
        http.contentType(answer.type());
        if (answer.status() != 200) {
            http.status(answer.status()).result(answer.body());
            return;
        }
        if (!answer.headers().containsKey("Cache-Control")) {
            http.header("Cache-Control", "no-cache");
        }
        http.header("Vary", "Accept-Encoding");
        var zipped = answer.body().length >= WORTH_COMPRESSING && takesGzip(http.header("Accept-Encoding"));
        http.header("ETag", "\"" + answer.tag() + (zipped ? GZIP : "") + "\"");
        if (has(http, answer)) {
            http.status(304);
            return;
        }
        if (zipped) {
            http.header("Content-Encoding", "gzip");
        }
        http.result(zipped ? gzip(answer.body()) : answer.body());
    }

    private static boolean has(Context http, Answer answer) {
        var asked = http.header("If-None-Match");
        if (asked == null) {
            var modified = answer.headers().get("Last-Modified");
            return modified != null && modified.equals(http.header("If-Modified-Since"));
        }
        return Arrays.stream(asked.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", "").replace("\"", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(answer.tag()) || tag.equals(answer.tag() + GZIP));
    }

    private static boolean takesGzip(String accepted) {
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(coding -> coding.matches("gzip(\\s*;\\s*q=(?!0(\\.0*)?$).*)?"));
    }

    private static byte[] gzip(byte[] body) {
        var zipped = new ByteArrayOutputStream(body.length / 3);
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compress an answer in memory", e);
        }
        return zipped.toByteArray();
    }
}
