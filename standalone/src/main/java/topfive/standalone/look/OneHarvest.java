package topfive.standalone.look;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Subscription;
import topfive.ingest.fetch.HttpWeb;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.cluster.EnsuredTopics;
import topfive.standalone.cluster.Needs;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;

/** Some sources, harvested once into the broker in force. */
public final class OneHarvest {
    private static final Set<String> CAME = Set.of("fetched", "not-modified");

    private OneHarvest() {}

    /** @throws Refusal where the broker does not answer, or goes away meanwhile */
    public static Taken of(List<Subscription> sources, Configuration configuration, Surroundings world) {
        var broker = Broker.of(configuration).mustAnswer();
        EnsuredTopics.on(broker, configuration.cluster().isEmpty(), Needs.INGEST);
        var settings = ForIngest.once(configuration, sources);
        var metrics = new SimpleMeterRegistry();
        var web = new HttpWeb(settings.allowPrivate(), settings.contact(), world.clock(), metrics);
        var progress = Progress.shown(metrics, world);
        try (var ingest = Ingest.start(settings, broker.clientProperties(), web, world.clock(), metrics)) {
            ingest.harvestOnce();
        } catch (Ingest.BrokerAway e) {
            throw Refusal.unreachable(
                    e.getMessage(), "look whether it runs; then run this again: what was taken is recognised", e);
        } finally {
            progress.close();
        }
        return outcome(sources, broker);
    }

    private static Taken outcome(List<Subscription> sources, Broker broker) {
        var states = Latest.of(broker, Topics.SOURCES);
        var lines = new ArrayList<String>();
        var failures = new ArrayList<String>();
        for (var source : sources) {
            var state = states.get(source.id());
            if (state == null || !CAME.contains(state.outcome())) {
                failures.add(source.url() + ": " + (state == null ? "nothing came of it" : state.detail()));
            } else if (state.documents() == 0) {
                failures.add(source.url() + ": nothing in it could be read; why stands in: topfive dead-letters list");
            } else {
                lines.add(source.id() + "  " + state.outcome() + ", " + state.documents() + " documents"
                        + (state.detail() == null ? "" : ": " + state.detail()));
            }
        }
        return new Taken(lines, failures);
    }
}
