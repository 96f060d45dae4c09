package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EventHeadersTest {
    @Test
    void a_record_carries_the_headers_of_cloud_events_in_binary_mode_and_a_trace() {
        var headers = EventHeaders.of(
                Topics.INSIGHTS, "/topfive/processor", "abc", Instant.parse("2026-11-21T06:42:10.513Z"));

        var lines = new ArrayList<String>();
        headers.forEach(header -> lines.add(header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8)));

        assertThat(lines)
                .containsExactly(
                        "ce_specversion: 1.0",
                        "ce_id: abc",
                        "ce_source: /topfive/processor",
                        "ce_type: topfive.insights.v1",
                        "ce_time: 2026-11-21T06:42:10.513Z",
                        "content-type: application/json",
                        "traceparent: 00-ba7816bf8f01cfea414140de5dae2223-b00361a396177a9c-00");
    }

    @Test
    void a_replay_gives_the_same_headers() {
        var at = Instant.parse("2026-11-21T06:42:10Z");

        assertThat(EventHeaders.of(Topics.DAILY, "/a", "x", at))
                .isEqualTo(EventHeaders.of(Topics.DAILY, "/a", "x", at));
    }
}
