package topfive.chaos.point;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import topfive.contract.Day;

/** Days of a zone where it is about noon: no midnight comes while a run goes on. */
public final class Noon {
    private static final int HOUR = 12;

    private Noon() {}

    public static Day days(InstantSource clock) {
        var zone = ZoneOffset.ofHours(
                HOUR - clock.instant().atOffset(ZoneOffset.UTC).getHour());
        return new Day(zone, Duration.ofMinutes(30));
    }
}
