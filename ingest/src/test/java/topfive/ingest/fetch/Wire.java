package topfive.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server on loopback that says, byte for byte, whatever a test wants; each connection is good for one answer. */
final class Wire implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Script script;

    /** What was asked for, in order: paths. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** What is said to the head of a request. */
    interface Script {
        void say(String head, Line line) throws IOException;
    }

    /** The connection as a script sees it. */
    final class Line {
        final Socket socket;
        final OutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Until the test is over. */
        boolean waits(int milliseconds) throws IOException {
            try {
                return !over.await(milliseconds, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    Wire(String address, Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 200, InetAddress.getByName(address));
        threads.execute(this::accept);
    }

    /** Whatever a server may be asked before the page itself does not exist; the page is as scripted. */
    static Wire page(String address, Script script) throws IOException {
        return new Wire(address, (head, line) -> {
            if (head.startsWith("GET /robots.txt ") || head.startsWith("GET /.well-known/")) {
                line.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                script.say(head, line);
            }
        });
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }

    static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            if (!head.isEmpty()) {
                asked.add(head.split(" ")[1]);
                script.say(head, new Line(client));
            }
        } catch (IOException e) {
            // the other side hung up, as it should
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        socket.close();
        threads.shutdown();
    }
}
