package topfive.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import topfive.contract.SourceState;

/** The sources that fail again and again, as metrics: how many, and the worst of them by name. */
final class FailingSources {
    /** Once or twice is weather. */
    private static final int AGAIN_AND_AGAIN = 3;

    private static final int NAMED = 20;

    private final List<Subscription> sources;
    private final Memory memory;
    private final MultiGauge named;

    FailingSources(List<Subscription> sources, Memory memory, MeterRegistry metrics) {
        this.sources = List.copyOf(sources);
        this.memory = memory;
        this.named = MultiGauge.builder("topfive.source.failures").register(metrics);
        Gauge.builder("topfive.sources.failing", this, it -> it.failing().count())
                .register(metrics);
    }

    /** Names the worst as they are now. */
    void tell() {
        named.register(
                failing()
                        .sorted(Comparator.comparing(SourceState::failures).reversed())
                        .limit(NAMED)
                        .map(state -> MultiGauge.Row.of(
                                Tags.of("source", state.source().id()), state.failures()))
                        .toList(),
                true);
    }

    private Stream<SourceState> failing() {
        return sources.stream()
                .filter(source -> !source.muted())
                .flatMap(source -> memory.state(source.id()).stream())
                .filter(state -> state.failures() >= AGAIN_AND_AGAIN);
    }
}
