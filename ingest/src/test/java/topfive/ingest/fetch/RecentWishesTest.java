package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentWishesTest {
    private final RecentWishes recent = new RecentWishes();

    @Test
    void of_hosts_without_end_the_last_ones_are_remembered() {
        for (int host = 0; host < 3_000; host++) {
            recent.put("http://h" + host, wishes(10));
            recent.get("http://h0"); // visited again and again
        }

        assertThat(recent.get("http://h1")).isNull();
        assertThat(recent.get("http://h2999")).isNotNull();
        assertThat(recent.get("http://h0")).isNotNull();
    }

    @Test
    void large_files_leave_room_for_fewer() {
        for (int host = 0; host < 100; host++) {
            recent.put("http://h" + host, wishes(500 * 1024));
        }

        assertThat(recent.get("http://h60")).isNull();
        assertThat(recent.get("http://h99")).isNotNull();
    }

    private static Wishes wishes(int size) {
        return new Wishes(new SimpleRobotRules(), Reserved.NOTHING, null, Instant.EPOCH, size);
    }
}
