package topfive.processor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds this machine's clock against two others: the broker's, and the time that has passed since the two agreed for the first time. On one
 * machine the broker's clock jumps together with ours; the time that passes does not.
 *
 * <p>The gauge {@code topfive.clock.alarm} is 1 while they differ too much for a day to be closed, {@code topfive.clock.apart.seconds} is the
 * larger of the two differences.
 */
final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** With a look every five seconds: every ten minutes. */
    private static final int SAID_EVERY = 120;

    private final InstantSource clock;
    private final Supplier<Optional<Duration>> uptime;
    private Instant booted;
    private volatile Duration fromBroker = Duration.ZERO;
    private volatile Duration fromUptime = Duration.ZERO;
    private int wrongFor;

    /** @param uptime how long the machine has been up, its sleep included; where it cannot say so, the broker alone is asked */
    ClockWatch(InstantSource clock, Supplier<Optional<Duration>> uptime, MeterRegistry metrics) {
        this.clock = clock;
        this.uptime = uptime;
        Gauge.builder("topfive.clock.alarm", this, watch -> watch.isApart() ? 1 : 0)
                .strongReference(true)
                .register(metrics);
        Gauge.builder(
                        "topfive.clock.apart.seconds",
                        this,
                        watch -> watch.apart().toSeconds())
                .strongReference(true)
                .register(metrics);
    }

    /** @param broker what time it is there, asked for just now */
    boolean isRight(Instant broker) {
        fromBroker = Duration.between(broker, clock.instant()).abs();
        return isRight();
    }

    /** By what the broker said last, and the time that has passed. */
    boolean isRight() {
        fromUptime = sinceTheyAgreed();
        var wasWrong = wrongFor > 0;
        wrongFor = isApart() ? wrongFor + 1 : 0;
        if (wrongFor % SAID_EVERY == 1) {
            LOG.error(
                    "no day is closed: this machine's clock is apart from the broker's by {}, from the time that has passed by {};"
                            + " at most {}. Set it right; if it is right now, start the service again",
                    fromBroker,
                    fromUptime,
                    LIMIT);
        } else if (wasWrong && wrongFor == 0) {
            LOG.info("the clocks agree again, days are closed");
        }
        return wrongFor == 0;
    }

    boolean isApartFromBroker() {
        return fromBroker.compareTo(LIMIT) > 0;
    }

    /** When the machine was started, by its clock, is always the same, unless the clock is moved. */
    private Duration sinceTheyAgreed() {
        var up = uptime.get();
        if (up.isEmpty() || booted == null && isApartFromBroker()) {
            return Duration.ZERO;
        }
        var start = clock.instant().minus(up.get());
        if (booted == null) {
            booted = start;
        }
        return Duration.between(booted, start).abs();
    }

    private boolean isApart() {
        return apart().compareTo(LIMIT) > 0;
    }

    private Duration apart() {
        return fromBroker.compareTo(fromUptime) > 0 ? fromBroker : fromUptime;
    }
}
