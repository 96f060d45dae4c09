package topfive.chaos.hostile;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Limits;

/**
 * Makes records that no stage can take: noise, documents that were spoilt, other topics' records, fences of other ages and places. A pure
 * function of the random and the good documents handed in.
 */
final class Forger {
    /** Now and then one that nearly fills its topic. */
    private static final int LARGE_EVERY = 500;

    private final Random random;
    private final List<byte[]> good;
    private int number;

    Forger(Random random, List<byte[]> good) {
        this.random = random;
        this.good = good;
    }

    /** @param partition where it has to stand; any below zero */
    record Forged(byte[] key, byte[] value, int partition, int headers) {}

    List<Forged> make(int count) {
        var all = new ArrayList<Forged>();
        while (all.size() < count) {
            all.add(one());
        }
        return all;
    }

    private Forged one() {
        number++;
        if (number % LARGE_EVERY == 0) {
            return large();
        }
        return switch (number % 12) {
            case 0 -> of(noise(20 + random.nextInt(400)));
            case 1 -> of(null);
            case 2 -> new Forged(null, noise(20), -1, 0);
            case 3 -> of(spoilt());
            case 4 ->
                of(text("{\"type\":\"article\",\"schemaVersion\":" + (2 + random.nextInt(99)) + ",\"n\":" + number
                        + "}"));
            case 5 -> of(changed("\"schemaVersion\":1", "\"schemaVersion\":1e400"));
            case 6 -> of(changed("\"id\":", "\"revision\":7,\"revision\":8,\"id\":"));
            case 7 -> of(text("[".repeat(600 + random.nextInt(4_000)) + number));
            case 8 ->
                of(changed("\"fetchedAt\":\"2", "\"fetchedAt\":\"+100000" + (1000 + number % 9000) + "\",\"was\":\"2"));
            case 9 -> of(text("{\"schemaVersion\":1,\"edition\":\"all\",\"day\":\"2026-01-01\",\"n\":" + number + "}"));
            case 10 -> fence();
            default ->
                new Forged(
                        noise(40), text("{\"type\":\"article\",\"schemaVersion\":1,\"id\":[" + number + "]}"), -1, 300);
        };
    }

    private Forged large() {
        return number % (2 * LARGE_EVERY) == 0
                ? new Forged(noise(1024 * 1024), noise(2 * 1024 * 1024), -1, 0)
                : of(noise(Limits.DOCUMENT_RECORD - 80 * 1024));
    }

    /** Of an absurd day, or in another partition than it says. */
    private Forged fence() {
        var absurd =
                List.of(LocalDate.MIN, LocalDate.parse("0001-01-01"), LocalDate.parse("2099-12-31"), LocalDate.MAX);
        var day = number % 24 == 10 ? absurd.get(random.nextInt(absurd.size())) : LocalDate.parse("2036-10-30");
        var fence = new Fence(1, day, number % 24 == 10 ? 0 : 1, 4);
        return new Forged(fence.key().getBytes(StandardCharsets.UTF_8), Json.bytes(fence), 0, 0);
    }

    /** A good document with some bytes that are others. */
    private byte[] spoilt() {
        while (true) {
            var bytes = any().clone();
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(Math.min(bytes.length, 400))] = (byte) random.nextInt(256);
            }
            if (!isRead(bytes)) {
                return bytes;
            }
        }
    }

    private byte[] changed(String part, String by) {
        return text(new String(any(), StandardCharsets.UTF_8).replace(part, by));
    }

    private static boolean isRead(byte[] bytes) {
        try {
            Json.read(bytes, FromProducers.class);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private byte[] any() {
        return good.get(random.nextInt(good.size()));
    }

    private Forged of(byte[] value) {
        return new Forged(text("hostile/" + number), value, -1, 0);
    }

    private byte[] noise(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
