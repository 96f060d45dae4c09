package topfive.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.EnsuredTopics;

/** Starts the broker, the services and their admin server. */
public final class Start {
    private Start() {}

    /** The services to start, in this order; they are closed in the opposite one. */
    public enum Which {
        ALL(List.of(Services::dashboard, Services::processor, Services::ingest)),
        INGEST(List.of(Services::ingest)),
        PROCESSOR(List.of(Services::processor)),
        DASHBOARD(List.of(Services::dashboard));

        private final List<Function<Services, Part>> services;

        Which(List<Function<Services, Part>> services) {
            this.services = services;
        }
    }

    /** @throws Refusal where a part cannot start; those that had started are closed then */
    public static Running services(Which which, Configuration configuration, InstantSource clock) {
        var running = new Running().closedWithTheProgram();
        try {
            var broker = broker(which, configuration, running);
            EnsuredTopics.on(broker, configuration.cluster().isEmpty());
            var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            var services = new Services(configuration, broker, clock, metrics);
            which.services.forEach(start -> running.add(start.apply(services)));
            running.add(admin(configuration, running, metrics));
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static Broker broker(Which which, Configuration configuration, Running running) {
        if (which != Which.ALL || configuration.cluster().isPresent()) {
            return Broker.of(configuration).mustAnswer();
        }
        var broker = EmbeddedBroker.start(configuration.data(), configuration.brokerPort());
        running.add(new Part("broker", broker.address(), () -> true, broker));
        return Broker.at(configuration, broker.address());
    }

    private static Part admin(Configuration configuration, Running running, PrometheusMeterRegistry metrics) {
        var admin = AdminServer.start(configuration.admin(), running.readiness(), metrics);
        var address = "http://" + configuration.admin().bind() + ":" + admin.port() + "/health/ready";
        return new Part("admin", address, () -> true, admin);
    }
}
