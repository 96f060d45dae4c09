package topfive.chaos.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static topfive.chaos.net.Direction.TO_CLIENT;
import static topfive.chaos.net.Direction.TO_SERVER;
import static topfive.chaos.net.Weather.FAIR;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import topfive.chaos.net.Weather.Road;

/** Real sockets on both sides; what the proxy does is what they see. */
@Timeout(20)
class ProxyTest {
    private static final int NOT_YET = 150;
    private static final int PATIENCE = 10_000;

    private ServerSocket door;
    private Proxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connected() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = Proxy.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                (InetSocketAddress) door.getLocalSocketAddress(),
                1);
        client = connect();
        server = door.accept();
        server.setSoTimeout(PATIENCE);
        passesBothWays(); // the proxy has made the connection its own
    }

    @AfterEach
    void closed() throws IOException {
        client.close();
        server.close();
        proxy.close();
        door.close();
    }

    @Test
    void in_fair_weather_all_passes_in_order_and_the_end_too() throws IOException {
        var much = "0123456789".repeat(100_000);
        Proxy.start("much", () -> {
            send(client, much);
            finish(client);
        });
        assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(much);
        send(server, "thanks");
        server.close();
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("thanks");
    }

    @Test
    void latency_is_for_one_direction_and_what_was_sent_together_arrives_together() throws Exception {
        proxy.weather(TO_CLIENT, FAIR.late(Duration.ofMillis(300), Duration.ZERO));
        var begin = System.nanoTime();
        send(client, "a");
        assertThat(read(server, 1)).isEqualTo("a");
        assertThat(millisSince(begin)).isLessThan(250);

        begin = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            send(server, "b");
            Thread.sleep(5); // pieces of their own
        }
        assertThat(read(client, 5)).isEqualTo("bbbbb");
        assertThat(millisSince(begin)).isBetween(300L, 900L); // not five times 300
    }

    @Test
    void jitter_changes_when_something_arrives_but_not_the_order() throws Exception {
        proxy.weather(TO_SERVER, FAIR.late(Duration.ofMillis(50), Duration.ofMillis(50)));
        var sent = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            send(client, "" + c);
            sent.append(c);
            Thread.sleep(2); // pieces of their own
        }
        assertThat(read(server, 26)).isEqualTo(sent.toString());
    }

    @Test
    void jitter_is_as_the_seed_says() throws IOException {
        proxy.weather(TO_SERVER, FAIR.late(Duration.ofMillis(60), Duration.ofMillis(60)));
        var took = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            var begin = System.nanoTime();
            send(client, "a");
            read(server, 1);
            took.add(millisSince(begin));
        }
        assertThat(Collections.max(took) - Collections.min(took)).isGreaterThan(40);
    }

    @Test
    void bandwidth_is_kept_to() throws IOException {
        proxy.weather(TO_SERVER, FAIR.slow(10_000));
        var begin = System.nanoTime();
        send(client, "x".repeat(5_000));
        read(server, 5_000);
        assertThat(millisSince(begin)).isBetween(450L, 3_000L);
    }

    @Test
    void slices_arrive_one_by_one() throws IOException {
        proxy.weather(TO_SERVER, FAIR.sliced(3).slow(60));
        send(client, "abcdefgh");
        assertThat(server.getInputStream().readNBytes(1)).hasSize(1);
        assertThat(server.getInputStream().available()).isLessThan(7).isLessThanOrEqualTo(2);
        assertThat(read(server, 7)).isEqualTo("bcdefgh");
    }

    @Test
    void a_held_road_gives_all_when_it_is_open_again() throws IOException {
        proxy.weather(TO_SERVER, FAIR.on(Road.HELD));
        send(client, "late");
        nothingComesTo(server);
        proxy.weather(FAIR);
        assertThat(read(server, 4)).isEqualTo("late");
        passesBothWays();
    }

    @Test
    void a_black_hole_takes_all_and_gives_nothing_and_what_lost_bytes_is_reset_after_it() throws IOException {
        proxy.weather(FAIR.on(Road.SWALLOWED));
        send(client, "lost");
        nothingComesTo(server);
        try (var newcomer = connect()) {
            send(newcomer, "lost too");
            nothingComesTo(newcomer);
        }
        proxy.weather(FAIR);
        send(client, "after the gap");
        assertReset(client);
        assertReset(server);
    }

    @Test
    void a_connection_that_was_silent_during_the_black_hole_goes_on_after_it() throws IOException {
        proxy.weather(FAIR.on(Road.SWALLOWED));
        nothingComesTo(server);
        proxy.weather(FAIR);
        passesBothWays();
    }

    @Test
    void reset_reaches_both_sides_and_newcomers_are_served() throws IOException {
        proxy.reset();
        assertReset(client);
        assertReset(server);
        assertThat(proxy.connections()).isZero();
        try (var newcomer = connect();
                var behind = door.accept()) {
            send(newcomer, "hello");
            assertThat(read(behind, 5)).isEqualTo("hello");
        }
    }

    @Test
    void who_is_refused_is_reset_and_who_is_there_stays() throws IOException {
        proxy.refuse(true);
        try (var newcomer = connect()) {
            assertReset(newcomer);
        }
        passesBothWays();
        proxy.refuse(false);
        try (var newcomer = connect();
                var behind = door.accept()) {
            send(newcomer, "hello");
            assertThat(read(behind, 5)).isEqualTo("hello");
        }
    }

    @Test
    void a_half_closed_direction_has_ended_and_the_other_goes_on() throws IOException {
        proxy.halfClose(TO_SERVER);
        assertThat(server.getInputStream().read()).isEqualTo(-1);
        send(server, "still here");
        assertThat(read(client, 10)).isEqualTo("still here");
    }

    @Test
    void after_so_many_bytes_the_connection_is_cut_in_the_middle_of_what_is_sent() throws IOException {
        proxy.weather(TO_SERVER, FAIR.cutAfter(6));
        send(client, "abcd");
        assertThat(read(server, 4)).isEqualTo("abcd");
        send(client, "efgh");
        assertReset(client);
        try (var newcomer = connect();
                var behind = door.accept()) {
            send(newcomer, "abcdef"); // counted for each connection
            assertThat(read(behind, 6)).isEqualTo("abcdef");
        }
    }

    @Test
    void a_forgotten_client_is_told_nothing() throws IOException {
        proxy.forget();
        assertReset(server);
        nothingComesTo(client);
        send(client, "is anybody there");
        nothingComesTo(client);
        proxy.reset();
        assertReset(client);
    }

    @Test
    void where_there_is_no_server_the_client_is_reset() throws IOException {
        door.close();
        try (var newcomer = connect()) {
            assertReset(newcomer);
        }
        passesBothWays();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(proxy.address().getAddress(), proxy.address().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private void passesBothWays() throws IOException {
        send(client, "ping");
        assertThat(read(server, 4)).isEqualTo("ping");
        send(server, "pong");
        assertThat(read(client, 4)).isEqualTo("pong");
    }

    private static void nothingComesTo(Socket socket) throws IOException {
        socket.setSoTimeout(NOT_YET);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(PATIENCE);
    }

    private static void assertReset(Socket socket) {
        assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    private static void send(Socket to, String text) {
        try {
            to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void finish(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Socket from, int bytes) throws IOException {
        return new String(from.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
