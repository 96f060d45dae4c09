package topfive.standalone.reach;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Who listens at an address: asks what every Kafka answers before any login, once plainly and once in TLS. No secret is sent. */
final class Knock {
    private static final int VERSIONS = 18;
    private static final int NUMBER = 0x0f1e2d3c;
    private static final byte[] QUESTION = question();
    private static final byte TLS_ALERT = 0x15;

    private final InetSocketAddress address;
    private final int patience;

    private Knock(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = (int) patience.toMillis();
    }

    enum Heard {
        REFUSED("connection refused"),
        NO_ROUTE("no route to the host"),
        NO_CONNECTION("no answer to the connection; a firewall may drop it"),
        CLOSED("it closes the connection at once"),
        SILENCE("it takes the connection and says nothing"),
        KAFKA("Kafka, without TLS"),
        KAFKA_IN_TLS("Kafka, in TLS"),
        TLS("something in TLS that is not Kafka"),
        HTTP("an HTTP server"),
        OTHER("another kind of server");

        final String words;

        boolean nobody() {
            return this == REFUSED || this == NO_ROUTE || this == NO_CONNECTION;
        }

        Heard(String words) {
            this.words = words;
        }
    }

    /**
     * As a client of ours would speak first, then the other way. A client that takes the answer of a TLS port for Kafka's would believe to be
     * sent hundreds of megabytes; so this is asked before any client is let at it.
     *
     * @param tls whether our clients are to speak TLS
     */
    static Heard at(String host, int port, boolean tls, Duration patience) throws UnknownHostException {
        var last = Heard.REFUSED;
        for (var each : InetAddress.getAllByName(host)) {
            last = new Knock(new InetSocketAddress(each, port), patience).heard(tls);
            if (!last.nobody()) {
                return last;
            }
        }
        return last;
    }

    private Heard heard(boolean tls) {
        var first = tls ? inTls() : plainly();
        if (first.nobody() || first == (tls ? Heard.KAFKA_IN_TLS : Heard.KAFKA)) {
            return first;
        }
        var second = tls ? plainly() : inTls();
        return Stream.of(Heard.KAFKA_IN_TLS, Heard.KAFKA, Heard.HTTP, Heard.TLS)
                .filter(heard -> heard == first || heard == second)
                .findFirst()
                .orElse(tls ? second : first);
    }

    private Heard plainly() {
        try (var socket = connected()) {
            return asked(socket);
        } catch (IOException e) {
            return failed(e);
        }
    }

    /** Believes any certificate: it only asks who is there. */
    private Heard inTls() {
        try (var plain = connected();
                var socket = trusting()
                        .getSocketFactory()
                        .createSocket(plain, address.getHostString(), address.getPort(), true)) {
            socket.setSoTimeout(patience);
            ((SSLSocket) socket).startHandshake();
            return inside(socket);
        } catch (SSLException e) { // an alert is TLS, too: it wants a certificate of ours, or other ciphers
            return ("" + e.getMessage()).contains("fatal alert") ? Heard.TLS : Heard.CLOSED;
        } catch (IOException e) {
            return failed(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Where a certificate of ours is wanted, that is said only after the handshake. */
    private static Heard inside(Socket socket) {
        try {
            return asked(socket) == Heard.KAFKA ? Heard.KAFKA_IN_TLS : Heard.TLS;
        } catch (IOException e) {
            return Heard.TLS;
        }
    }

    private static Heard failed(IOException e) {
        if (e instanceof NoRouteToHostException) {
            return Heard.NO_ROUTE;
        }
        if (e instanceof SocketTimeoutException || ("" + e.getMessage()).contains("timed out")) {
            return Heard.NO_CONNECTION;
        }
        return e instanceof ConnectException ? Heard.REFUSED : Heard.CLOSED;
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(address, patience);
            socket.setSoTimeout(patience);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A web server waits for the end of a line that Kafka's question does not have; a broker that is slow answers the question still. */
    private static Heard asked(Socket socket) throws IOException {
        try {
            return answered(socket, QUESTION);
        } catch (SocketTimeoutException e) {
            try {
                return answered(socket, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (SocketTimeoutException again) {
                return Heard.SILENCE;
            }
        }
    }

    private static Heard answered(Socket socket, byte[] said) throws IOException {
        socket.getOutputStream().write(said);
        socket.getOutputStream().flush();
        var head = socket.getInputStream().readNBytes(8);
        if (head.length > 0 && head[0] == TLS_ALERT) {
            return Heard.TLS;
        }
        if (head.length < 8) {
            return Heard.CLOSED;
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/")
                || text.startsWith("<")) { // a page, from a server that takes the question for an old one's
            return Heard.HTTP;
        }
        return ByteBuffer.wrap(head).getInt(4) == NUMBER ? Heard.KAFKA : Heard.OTHER;
    }

    /** Size, what is asked, its version, a number that comes back, and no client's name. */
    private static byte[] question() {
        return ByteBuffer.allocate(14)
                .putInt(10)
                .putShort((short) VERSIONS)
                .putShort((short) 0)
                .putInt(NUMBER)
                .putShort((short) -1)
                .array();
    }

    private static SSLContext trusting() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
