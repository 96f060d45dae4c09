package topfive.standalone.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnockTest {

    /** As one does that was stopped, or whose machine is busy with something else. */
    @Test
    void a_broker_that_answers_only_when_it_is_asked_for_the_second_time_is_a_broker() throws Exception {
        try (var late = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> answersLate(late));
            thread.setDaemon(true);
            thread.start();

            assertThat(Knock.at("127.0.0.1", late.getLocalPort(), false, Duration.ofMillis(200)))
                    .isEqualTo(Knock.Heard.KAFKA);
        }
    }

    private static void answersLate(ServerSocket late) {
        try (var socket = late.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            var question = in.readNBytes(14);
            in.readNBytes(4); // what a web server would be waiting for
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.write(question, 8, 4); // the number that comes back
            out.writeShort(0);
            out.writeInt(0);
            out.flush();
            in.read(); // until the other side has read it and goes
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
