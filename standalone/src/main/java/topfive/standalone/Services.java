package topfive.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

/** Where the services are made: our settings into theirs, and the call that starts each. */
public final class Services {
    private final Configuration configuration;
    private final Broker broker;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    public Services(Configuration configuration, Broker broker, InstantSource clock, MeterRegistry metrics) {
        this.configuration = configuration;
        this.broker = broker;
        this.clock = clock;
        this.metrics = metrics;
    }

    // placeholders until the three services are merged
    public Part ingest() {
        return new Part(
                "ingest",
                "http://" + configuration.push().bind() + ":"
                        + configuration.push().port(),
                () -> true,
                () -> {});
    }

    public Part processor() {
        return new Part("processor", "", () -> true, () -> {});
    }

    public Part dashboard() {
        return new Part(
                "dashboard",
                "http://" + configuration.dashboard().bind() + ":"
                        + configuration.dashboard().port(),
                () -> true,
                () -> {});
    }

    Object all() {
        return java.util.List.of(broker, clock, metrics);
    }
}
