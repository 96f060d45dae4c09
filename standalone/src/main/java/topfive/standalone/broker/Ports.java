package topfive.standalone.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import topfive.standalone.Refusal;

/** Ports of 127.0.0.1. */
public final class Ports {
    private Ports() {}

    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Free at this moment; another program may still be faster than the caller. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Refusal.failed(
                    "no free port on 127.0.0.1: " + e.getMessage(), "close programs that hold many connections", e);
        }
    }

    static int freeBut(int other) {
        var port = free();
        return port == other ? freeBut(other) : port;
    }

    static int need(int port) {
        if (taken(port)) {
            throw Refusal.failed(
                    "port " + port + " of 127.0.0.1 is taken, so the embedded broker cannot listen there",
                    "stop the other program, or take another port: broker.port: " + (port + 10)
                            + " in topfive.yml (0 picks a free one); a broker that already runs is used with kafka.bootstrap.servers");
        }
        return port;
    }
}
