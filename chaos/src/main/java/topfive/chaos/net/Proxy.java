package topfive.chaos.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server, and does to their bytes what the {@link Weather} says, for connections that are there and for those
 * to come. Change it at any time, from any thread.
 */
public final class Proxy implements AutoCloseable {
    private static final int WAITING = 200;

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final SplittableRandom random;
    private final Map<Direction, Weather> weather = new EnumMap<>(Direction.class);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;

    private Proxy(ServerSocket door, InetSocketAddress server, long seed) {
        this.door = door;
        this.server = server;
        this.random = new SplittableRandom(seed);
        weather(Weather.FAIR);
    }

    /**
     * @param at where it listens; port 0 picks a free one
     * @param server need not be there yet: where it is not, a client's connection is reset
     * @param seed of the jitter
     */
    public static Proxy start(InetSocketAddress at, InetSocketAddress server, long seed) {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(at, WAITING);
            var proxy = new Proxy(door, server, seed);
            start("proxy-" + door.getLocalPort(), proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy at " + at, e);
        }
    }

    /** A thread that does not keep a run alive. */
    static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where clients connect to. */
    public InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    public int connections() {
        return connections.size();
    }

    public void weather(Weather both) {
        for (var direction : Direction.values()) {
            weather(direction, both);
        }
    }

    public void weather(Direction direction, Weather one) {
        synchronized (weather) {
            weather.put(direction, one);
        }
    }

    Weather weather(Direction direction) {
        synchronized (weather) {
            return weather.get(direction);
        }
    }

    /** Ends every connection with RST on both sides. */
    public void reset() {
        connections.forEach(Connection::reset);
    }

    /** Whether a new connection is reset at once; those that are there stay. */
    public void refuse(boolean refusing) {
        this.refusing = refusing;
    }

    /** Tells the receivers of this direction that no more will come (FIN); the other direction goes on. */
    public void halfClose(Direction direction) {
        connections.forEach(connection -> connection.halfClose(direction));
    }

    /** Half-open connections: the server's side is reset, and the clients are told nothing; what they send is swallowed. */
    public void forget() {
        connections.forEach(Connection::forget);
    }

    /** As {@link #reset}, and takes no more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy's door", e);
        }
        reset();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                start("proxy-connect-" + door.getLocalPort(), () -> connect(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("the proxy's door at " + address(), e);
                }
            }
        }
    }

    private void connect(Socket client) {
        if (refusing) {
            Connection.reset(client);
            return;
        }
        try {
            var upstream = new Socket();
            upstream.connect(server);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var connection = new Connection(client, upstream, this::weather, split(), connections::remove);
            connections.add(connection);
            connection.start();
            if (door.isClosed()) { // closed while this one was being made
                connection.reset();
            }
        } catch (IOException e) {
            Connection.reset(client);
        }
    }

    private SplittableRandom split() {
        synchronized (random) {
            return random.split();
        }
    }
}
