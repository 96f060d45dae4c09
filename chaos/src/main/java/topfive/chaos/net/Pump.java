package topfive.chaos.net;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One direction of a connection: a thread that reads, and one that delivers when the weather lets it. */
final class Pump {
    /** As many pieces on the way hold the sender up, as a full window does. */
    private static final int ON_THE_WAY = 256;

    private static final int PIECE = 16 * 1024;
    private static final long DELIVERIES_A_SECOND = 50;
    private static final long LOOK_AGAIN_NANOS = 5_000_000;
    private static final Piece END = new Piece(new byte[0], 0);

    private final Connection connection;
    private final Direction direction;
    private final Function<Direction, Weather> weather;
    private final SplittableRandom random;
    private final BlockingQueue<Piece> onTheWay = new LinkedBlockingQueue<>(ON_THE_WAY);
    private Weather last = Weather.FAIR;
    private long passed;
    private boolean lost;

    private record Piece(byte[] bytes, long dueNanos) {}

    Pump(Connection connection, Direction direction, Function<Direction, Weather> weather, SplittableRandom random) {
        this.connection = connection;
        this.direction = direction;
        this.weather = weather;
        this.random = random;
    }

    void start() {
        Proxy.start("proxy-read-" + direction, () -> guarded(this::read));
        Proxy.start("proxy-deliver-" + direction, () -> guarded(this::deliver));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException e) {
            if (!connection.isForgotten()) {
                connection.reset();
            }
            onTheWay.clear();
            onTheWay.offer(END); // where the reader died, the deliverer still waits
        }
    }

    private void read() throws IOException, InterruptedException {
        var in = connection.from(direction).getInputStream();
        var room = new byte[PIECE];
        for (int got = in.read(room); got >= 0; got = in.read(room)) {
            onTheWay.put(new Piece(Arrays.copyOf(room, got), System.nanoTime() + delay()));
        }
        onTheWay.put(END);
    }

    private long delay() {
        var now = weather.apply(direction);
        var jitter = now.jitter().toNanos();
        return now.latency().toNanos() + (jitter == 0 ? 0 : random.nextLong(-jitter, jitter + 1));
    }

    private void deliver() throws IOException, InterruptedException {
        for (var piece = onTheWay.take(); piece != END; piece = onTheWay.take()) {
            sleep(piece.dueNanos() - System.nanoTime());
            for (int at = 0; at < piece.bytes().length; ) {
                at += some(piece.bytes(), at);
            }
        }
        awaitRoad(); // the end of a stream is lost like its bytes
        if (!lost && !connection.isForgotten()) {
            connection.halfClose(direction);
        }
        connection.ended();
    }

    /** @return how many were delivered, or swallowed */
    private int some(byte[] bytes, int at) throws IOException, InterruptedException {
        var now = awaitRoad();
        if (now != last) {
            last = now;
            passed = 0;
        }
        if (now.road() == Weather.Road.SWALLOWED || connection.isForgotten()) {
            lost = true;
            return bytes.length - at;
        }
        var many = many(now, bytes.length - at);
        if (lost || many == 0) {
            throw new IOException("cut");
        }
        connection.to(direction).getOutputStream().write(bytes, at, many);
        passed += many;
        sleep(now.bytesPerSecond() == 0 ? 0 : many * 1_000_000_000L / now.bytesPerSecond());
        return many;
    }

    private int many(Weather now, int left) {
        var slice = now.slice() == 0 ? left : Math.min(left, now.slice());
        if (now.bytesPerSecond() > 0) { // a steady trickle, not a flood and a long wait
            slice = (int) Math.min(slice, Math.max(1, now.bytesPerSecond() / DELIVERIES_A_SECOND));
        }
        return now.cutAfter() < 0 ? slice : (int) Math.min(slice, now.cutAfter() - passed);
    }

    private Weather awaitRoad() throws InterruptedException {
        var now = weather.apply(direction);
        while (now.road() == Weather.Road.HELD && !connection.to(direction).isClosed()) {
            sleep(LOOK_AGAIN_NANOS);
            now = weather.apply(direction);
        }
        return now;
    }

    private static void sleep(long nanos) throws InterruptedException {
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
