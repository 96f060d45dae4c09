package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Limits;

class TakenTest {
    private static final Path HOSTILE = Path.of(System.getProperty("topfive.root", "."), "../shared/data/dev/hostile");
    private static final byte[] PAGE = "A page, unpacked.".getBytes(StandardCharsets.UTF_8);

    @Test
    void every_encoding_that_is_asked_for_is_unpacked() throws IOException {
        assertThat(taken(PAGE, "", 100)).isEqualTo("A page, unpacked.");
        assertThat(taken(gzip(PAGE), "gzip", 100)).isEqualTo("A page, unpacked.");
        assertThat(taken(gzip(PAGE), "x-gzip", 100)).isEqualTo("A page, unpacked.");
        assertThat(taken(deflate(PAGE, false), "deflate", 100)).isEqualTo("A page, unpacked.");
        assertThat(taken(deflate(PAGE, true), "deflate", 100)).isEqualTo("A page, unpacked.");
        assertThat(taken(new byte[0], "gzip", 100)).isEmpty();
    }

    @Test
    void a_gzip_of_several_members_is_one_page() throws IOException {
        var two = new ByteArrayOutputStream();
        two.write(gzip(PAGE));
        two.write(gzip(PAGE));

        assertThat(taken(two.toByteArray(), "gzip", 100)).isEqualTo("A page, unpacked.A page, unpacked.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "gzip, deflate", "compress", "7bit", "\u0000"})
    void no_other_encoding_is_taken(String encoding) throws IOException {
        assertThat(Taken.from(new ByteArrayInputStream(gzip(PAGE)), encoding, 100)
                        .reason())
                .isEqualTo("broken");
    }

    @Test
    void a_bomb_of_a_gibibyte_goes_off_at_one_mebibyte() throws IOException {
        var bomb = zeros(1024);

        long start = System.nanoTime();
        var taken = Taken.from(new ByteArrayInputStream(bomb), "gzip", Limits.FEED);
        say("a bomb of 1 GiB, made here", bomb, taken, start);
        assertThat(taken.reason()).isEqualTo("too-large");
        assertThat(taken.why()).isEqualTo("unpacks to more than 100 times its size");
        assertThat(taken.bytes().length).isBetween(1024 * 1024, 1024 * 1024 + 8 * 1024);
    }

    @Test
    void the_collected_bombs_stop_within_the_limit_of_a_feed() throws IOException {
        assumeTrue(Files.isDirectory(HOSTILE), "skipped: no ../shared/data/dev/hostile");
        for (var name : new String[] {"gzip-bomb-1GiB.gz", "gzip-of-gzip-bomb.gz"}) {
            var bomb = Files.readAllBytes(HOSTILE.resolve(name));
            long start = System.nanoTime();
            var taken = Taken.from(new ByteArrayInputStream(bomb), "gzip", Limits.FEED);
            say(name, bomb, taken, start);
            assertThat(taken.bytes().length).isLessThanOrEqualTo(Limits.FEED);
        }
    }

    @Test
    void what_unpacks_slowly_to_too_much_stops_one_byte_beyond_the_limit() throws IOException {
        var noise = noise(40_000);

        var taken = Taken.from(new ByteArrayInputStream(gzip(noise)), "gzip", 10_000);
        assertThat(taken.reason()).isEqualTo("too-large");
        assertThat(taken.bytes()).isEqualTo(Arrays.copyOf(noise, taken.bytes().length));
        assertThat(taken.bytes().length).isLessThanOrEqualTo(10_001);
        assertThat(Taken.from(new ByteArrayInputStream(noise), "", 10_000).bytes())
                .hasSize(10_001);
    }

    @Test
    void a_page_of_exactly_the_limit_is_whole() throws IOException {
        var noise = noise(10_000);

        assertThat(Taken.from(new ByteArrayInputStream(noise), "", 10_000).isWhole())
                .isTrue();
        assertThat(Taken.from(new ByteArrayInputStream(gzip(new byte[10_000])), "gzip", 10_000)
                        .isWhole())
                .isTrue();
    }

    @Test
    void a_gzip_that_breaks_off_keeps_what_could_be_read() throws IOException {
        var packed = gzip(noise(100_000));

        var taken = Taken.from(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length / 2)), "gzip", 1_000_000);
        assertThat(taken.reason()).isEqualTo("broken");
        assertThat(taken.why()).isEqualTo("is gzip that breaks off");
        assertThat(taken.bytes().length).isGreaterThan(10_000);
    }

    private static String taken(byte[] wire, String encoding, int limit) throws IOException {
        var taken = Taken.from(new ByteArrayInputStream(wire), encoding, limit);
        assertThat(taken.why()).isEmpty();
        return new String(taken.bytes(), StandardCharsets.UTF_8);
    }

    /** A time is worth knowing and no reason to fail. */
    private static void say(String what, byte[] wire, Taken taken, long start) {
        org.slf4j.LoggerFactory.getLogger(TakenTest.class)
                .info(
                        "{}: of {} bytes {} unpacked in {} ms",
                        what,
                        wire.length,
                        taken.bytes().length,
                        (System.nanoTime() - start) / 1_000_000);
    }

    /** A gzip of many members, each of one mebibyte. */
    private static byte[] zeros(int mebibytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var mebibyte = gzip(new byte[1024 * 1024]);
        for (int written = 0; written < mebibytes; written++) {
            out.write(mebibyte);
        }
        return out.toByteArray();
    }

    private static byte[] noise(int size) {
        var noise = new byte[size];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean bare) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }
}
