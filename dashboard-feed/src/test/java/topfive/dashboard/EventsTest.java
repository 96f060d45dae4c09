package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.LiveEvents;

/** Read over a bare socket, as a client without any Accept header. */
class EventsTest {
    private final Edition open = Showing.edition("an-open-day");
    private final Edition changed = Showing.edition("a-changed-day");

    @Test
    void a_listener_without_an_accept_header_gets_a_snapshot_and_then_what_changes() throws IOException {
        try (var showing = new Showing().live(open);
                var listener = new Listener(showing, "/events")) {
            assertThat(listener.next()).isEqualTo("id: 0\nevent: edition\ndata: " + json(open));

            showing.live(changed);

            assertThat(listener.next()).isEqualTo("id: 1\nevent: edition\ndata: " + json(changed));
        }
    }

    @Test
    void the_stream_says_that_it_is_one_and_wants_no_buffer() throws IOException {
        try (var showing = new Showing().live(open);
                var listener = new Listener(showing, "/events")) {
            assertThat(listener.head)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Content-Type: text/event-stream")
                    .containsIgnoringCase("X-Accel-Buffering: no")
                    .containsIgnoringCase("Cache-Control: no-cache");
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_and_no_snapshot() throws IOException {
        try (var showing = new Showing().live(open).live(changed).live(open)) {
            try (var listener = new Listener(showing, "/events", "Last-Event-ID: 1")) {
                assertThat(listener.next()).startsWith("id: 2\nevent: edition\n");
            }
            try (var page = new Listener(showing, "/events?lastEventId=0")) {
                assertThat(page.next()).startsWith("id: 1\nevent: edition\n");
                assertThat(page.next()).startsWith("id: 2\nevent: edition\n");
            }
        }
    }

    @Test
    void who_comes_back_too_late_is_told_so_and_gets_a_snapshot() throws IOException {
        var days = new Days(new LiveEvents(2, 1_000_000));
        try (var showing = new Showing(days, false)
                        .live(open)
                        .live(changed)
                        .live(open)
                        .live(changed);
                var listener = new Listener(showing, "/events", "Last-Event-ID: 0")) {
            assertThat(listener.next()).startsWith("event: reset\n");
            assertThat(listener.next()).isEqualTo("id: 3\nevent: edition\ndata: " + json(changed));
        }
    }

    @Test
    void an_id_that_was_never_given_is_a_reset() throws IOException {
        try (var showing = new Showing().live(open);
                var listener = new Listener(showing, "/events", "Last-Event-ID: 4711")) {
            assertThat(listener.next()).startsWith("event: reset\n");
            assertThat(listener.next()).startsWith("id: 0\n");
        }
    }

    @Test
    void a_listener_for_one_day_hears_of_no_other() throws IOException {
        try (var showing = new Showing().live(open);
                var listener = new Listener(showing, "/events?day=2026-10-13")) {
            showing.live(changed);
            showing.live(Showing.edition("a-closed-day-of-three"));

            assertThat(listener.next()).startsWith("id: 2\nevent: edition\n").contains("\"day\":\"2026-10-13\"");
        }
    }

    @Test
    void a_withdrawn_day_is_an_event() throws IOException {
        try (var showing = new Showing().live(open);
                var listener = new Listener(showing, "/events?lastEventId=0")) {
            showing.days.live(7, "all/2026-10-14", null);

            assertThat(listener.next())
                    .isEqualTo("id: 7\nevent: withdrawn\ndata: {\"edition\":\"all\",\"day\":\"2026-10-14\"}");
        }
    }

    @Test
    void what_cannot_be_understood_is_a_problem() {
        try (var showing = new Showing().live(open)) {
            assertThat(showing.get("/events", "Last-Event-ID", "x").statusCode())
                    .isEqualTo(400);
            assertThat(showing.get("/events?day=today").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void the_stream_ends_with_the_service() throws IOException {
        var showing = new Showing().live(open);
        try (var listener = new Listener(showing, "/events")) {
            listener.next();
            var before = System.nanoTime();

            showing.close();

            assertThat(listener.next()).isNull();
            assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
        }
    }

    private static String json(Edition edition) {
        return new String(Json.bytes(edition), StandardCharsets.UTF_8);
    }

    private static final class Listener implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        final String head;

        Listener(Showing showing, String path, String... headers) throws IOException {
            socket = new Socket("127.0.0.1", showing.service.port());
            socket.setSoTimeout(5_000);
            var request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n"
                    + String.join(
                            "",
                            java.util.Arrays.stream(headers)
                                    .map(h -> h + "\r\n")
                                    .toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            head = block();
            block(); // retry
        }

        /** The next event; null at the end of the stream. */
        String next() throws IOException {
            var event = block();
            while (event != null && event.startsWith(":")) {
                event = block();
            }
            return event;
        }

        private String block() throws IOException {
            var lines = new java.util.ArrayList<String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    return String.join("\n", lines);
                }
                lines.add(line);
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
