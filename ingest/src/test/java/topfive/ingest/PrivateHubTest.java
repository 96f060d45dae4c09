package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topfive.ingest.websub.HttpHub;

class PrivateHubTest {
    @Test
    void a_feed_cannot_send_requests_to_private_addresses_by_naming_them_its_hub() throws Exception {
        try (var trap = HubOnLoopback.start()) {
            var form = Map.of("hub.mode", "subscribe");
            for (var url : List.of(
                    trap.url(),
                    trap.url().replace("127.0.0.1", "localhost"),
                    trap.url().replace("127.0.0.1", "[::ffff:127.0.0.1]"),
                    "file:///etc/hosts",
                    "http://user@127.0.0.1/")) {
                assertThat(new HttpHub(List.of(), "").post(url, form).accepted())
                        .isFalse();
            }
            assertThat(trap.asked).isEmpty();
            assertThat(new HttpHub(List.of("127.0.0.1:*"), "")
                            .post(trap.url(), form)
                            .accepted())
                    .isTrue();
        }
    }
}
