package topfive.chaos.net;

import java.time.Duration;

/**
 * What happens to the bytes of one direction.
 *
 * @param latency how much later each piece arrives
 * @param jitter how much earlier or later than that, at most; order is kept
 * @param bytesPerSecond at most so many; 0 for as fast as it goes
 * @param slice a piece has at most so many bytes; 0 for as they come
 * @param cutAfter the connection is reset when so many have passed in this weather; negative for never
 * @param road whether they arrive at all
 */
public record Weather(Duration latency, Duration jitter, long bytesPerSecond, int slice, long cutAfter, Road road) {
    /** Nothing happens. */
    public static final Weather FAIR = new Weather(Duration.ZERO, Duration.ZERO, 0, 0, -1, Road.OPEN);

    /** Whether bytes arrive. */
    public enum Road {
        OPEN,
        /** They wait, and arrive when it is open again: a line that is cut for less than TCP's patience. */
        HELD,
        /** They are taken and never arrive. A connection that lost some is reset with the next that could arrive: TCP has no gaps. */
        SWALLOWED
    }

    public Weather {
        if (latency.compareTo(jitter) < 0 || bytesPerSecond < 0 || slice < 0) {
            throw new IllegalArgumentException("no such weather: latency " + latency + " +- " + jitter + ", "
                    + bytesPerSecond + " bytes/s, slices of " + slice);
        }
    }

    public Weather late(Duration latency, Duration jitter) {
        return new Weather(latency, jitter, bytesPerSecond, slice, cutAfter, road);
    }

    public Weather slow(long bytesPerSecond) {
        return new Weather(latency, jitter, bytesPerSecond, slice, cutAfter, road);
    }

    public Weather sliced(int bytes) {
        return new Weather(latency, jitter, bytesPerSecond, bytes, cutAfter, road);
    }

    public Weather cutAfter(long bytes) {
        return new Weather(latency, jitter, bytesPerSecond, slice, bytes, road);
    }

    public Weather on(Road road) {
        return new Weather(latency, jitter, bytesPerSecond, slice, cutAfter, road);
    }
}
