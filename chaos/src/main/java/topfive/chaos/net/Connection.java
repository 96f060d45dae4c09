package topfive.chaos.net;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** One client's connection through the proxy: two sockets and two pumps. */
final class Connection {
    private final Socket client;
    private final Socket server;
    private final Consumer<Connection> gone;
    private final Map<Direction, Pump> pumps = new EnumMap<>(Direction.class);
    private final AtomicInteger atWork = new AtomicInteger(Direction.values().length);
    private volatile boolean forgotten;

    Connection(
            Socket client,
            Socket server,
            Function<Direction, Weather> weather,
            SplittableRandom random,
            Consumer<Connection> gone) {
        this.client = client;
        this.server = server;
        this.gone = gone;
        for (var direction : Direction.values()) {
            pumps.put(direction, new Pump(this, direction, weather, random.split()));
        }
    }

    void start() {
        pumps.values().forEach(Pump::start);
    }

    Socket from(Direction direction) {
        return direction == Direction.TO_SERVER ? client : server;
    }

    Socket to(Direction direction) {
        return direction == Direction.TO_SERVER ? server : client;
    }

    boolean isForgotten() {
        return forgotten;
    }

    void forget() {
        forgotten = true;
        reset(server);
    }

    void reset() {
        reset(client);
        reset(server);
        gone.accept(this);
    }

    void halfClose(Direction direction) {
        try {
            to(direction).shutdownOutput();
        } catch (IOException e) {
            // it is closed already
        }
    }

    /** One of the two directions has come to its end. */
    void ended() {
        if (atWork.decrementAndGet() == 0) {
            reset();
        }
    }

    /** Without waiting for what is still to be sent: the other side sees a connection reset. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }
}
