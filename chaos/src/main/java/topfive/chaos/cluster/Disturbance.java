package topfive.chaos.cluster;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import topfive.chaos.net.Direction;
import topfive.chaos.net.Proxy;
import topfive.chaos.net.Weather;
import topfive.chaos.net.Weather.Road;

/**
 * Something that a network does for a while.
 *
 * @param every how often it is done anew meanwhile; zero for once
 * @param unreachable whether nothing at all comes through
 */
record Disturbance(String name, Duration lasts, Duration every, boolean unreachable, Consumer<Proxy> is) {
    static List<Disturbance> all() {
        return List.of(
                weather("cut for 1 s", 1, Weather.FAIR.on(Road.HELD), true),
                weather("cut for 10 s", 10, Weather.FAIR.on(Road.HELD), true),
                weather("cut for 40 s", 40, Weather.FAIR.on(Road.HELD), true),
                weather("200 ms +- 100", 15, late(), false),
                weather("slices of 50 bytes", 10, Weather.FAIR.sliced(50), false),
                weather("20 kB a second", 15, Weather.FAIR.slow(20_000), false),
                weather("reset after 30 kB", 10, Weather.FAIR.cutAfter(30_000), false),
                again("reset every 2 s", 12, 2, Proxy::reset),
                again("half closed every 4 s", 12, 4, proxy -> proxy.halfClose(Direction.TO_CLIENT)),
                // longer than the session and the transactions of the processor last, 7 s each
                weather("black hole for 25 s", 25, Weather.FAIR.on(Road.SWALLOWED), true),
                again("half open", 10, 0, Proxy::forget),
                refused("refused for 12 s", 12));
    }

    static List<Disturbance> few() {
        return List.of(
                weather("cut for 3 s", 3, Weather.FAIR.on(Road.HELD), true),
                weather("slices of 50 bytes", 3, Weather.FAIR.sliced(50), false),
                again("reset every s", 3, 1, Proxy::reset),
                again("half open", 3, 0, Proxy::forget),
                weather("black hole for 9 s", 9, Weather.FAIR.on(Road.SWALLOWED), true));
    }

    /** As it was before. Who fell silent is not told so: he has to find out. */
    static void end(Proxy proxy) {
        proxy.refuse(false);
        proxy.weather(Weather.FAIR);
    }

    private static Weather late() {
        return Weather.FAIR.late(Duration.ofMillis(200), Duration.ofMillis(100));
    }

    private static Disturbance weather(String name, int seconds, Weather weather, boolean unreachable) {
        return new Disturbance(
                name, Duration.ofSeconds(seconds), Duration.ZERO, unreachable, proxy -> proxy.weather(weather));
    }

    private static Disturbance again(String name, int seconds, int every, Consumer<Proxy> is) {
        return new Disturbance(name, Duration.ofSeconds(seconds), Duration.ofSeconds(every), false, is);
    }

    private static Disturbance refused(String name, int seconds) {
        return new Disturbance(name, Duration.ofSeconds(seconds), Duration.ZERO, true, proxy -> {
            proxy.refuse(true);
            proxy.reset();
        });
    }
}
