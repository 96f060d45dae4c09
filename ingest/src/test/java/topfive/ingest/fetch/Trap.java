package topfive.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where nobody may come, on one port of loopback in both families, and counts who came. */
final class Trap implements AutoCloseable {
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final AtomicInteger caught = new AtomicInteger();
    private final boolean bothFamilies;

    Trap() throws IOException {
        var first = listen(0, "127.0.0.1");
        boolean six = true;
        try {
            listen(first, "::1");
        } catch (IOException e) {
            six = false; // a machine without IPv6
        }
        bothFamilies = six;
    }

    private int listen(int port, String address) throws IOException {
        var socket = new ServerSocket(port, 200, InetAddress.getByName(address));
        sockets.add(socket);
        var thread = new Thread(() -> count(socket), "trap");
        thread.setDaemon(true);
        thread.start();
        return socket.getLocalPort();
    }

    private void count(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                caught.incrementAndGet();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    int port() {
        return sockets.get(0).getLocalPort();
    }

    int caught() {
        return caught.get();
    }

    boolean hasBothFamilies() {
        return bothFamilies;
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
