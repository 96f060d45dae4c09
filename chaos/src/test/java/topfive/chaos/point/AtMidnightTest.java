package topfive.chaos.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtMidnightTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T00:00:00Z",
                "2026-11-22T00:00:01Z",
                "2026-11-22T11:59:59Z",
                "2026-11-22T12:00:00Z",
                "2026-11-22T12:00:01Z",
                "2026-11-22T23:59:59Z"
            })
    void there_is_a_zone_whose_midnight_is_at_any_second(String instant) {
        var midnight = Instant.parse(instant);

        assertThat(midnight.atZone(AtMidnight.zone(midnight)).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    }
}
