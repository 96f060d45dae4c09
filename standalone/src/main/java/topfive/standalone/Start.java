package topfive.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.EnsuredTopics;

/** Starts the broker, the services and their admin server. */
public final class Start {
    private Start() {}

    public enum Which {
        ALL(Services::analysis, List.of(Services::dashboard, Services::processor, Services::ingest)),
        INGEST(services -> {}, List.of(Services::ingest)),
        PROCESSOR(Services::analysis, List.of(Services::processor)),
        DASHBOARD(services -> {}, List.of(Services::dashboard));

        private final Consumer<Services> beforeTheBroker;

        /** Closed in the opposite order. */
        private final List<Function<Services, Part>> services;

        Which(Consumer<Services> beforeTheBroker, List<Function<Services, Part>> services) {
            this.beforeTheBroker = beforeTheBroker;
            this.services = services;
        }
    }

    /**
     * @param running gets the parts
     * @throws Refusal where a part cannot start; all of running is closed then
     */
    public static Services services(Which which, Configuration wanted, Manner manner, Running running) {
        var embedded = which == Which.ALL && wanted.cluster().isEmpty();
        var configuration = embedded && wanted.brokerPort() == 0 ? wanted.onBroker(Ports.free()) : wanted;
        var broker = Broker.of(configuration);
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var services = new Services(configuration, broker, manner, metrics);
        try {
            which.beforeTheBroker.accept(services);
            if (embedded) {
                running.add(broker(configuration));
            }
            EnsuredTopics.on(broker.mustAnswer(), configuration.cluster().isEmpty());
            sideBySide(which, services, running);
            running.add(admin(configuration, running, metrics));
            return services;
        } catch (RuntimeException e) {
            services.settle();
            running.close();
            throw e;
        }
    }

    private static Part broker(Configuration configuration) {
        var broker = EmbeddedBroker.start(configuration.data(), configuration.brokerPort());
        return new Part("broker", broker.address(), () -> true, broker);
    }

    /** Each has classes to load and connections to make; together they are twice as fast. */
    private static void sideBySide(Which which, Services services, Running running) {
        var threads = Executors.newFixedThreadPool(which.services.size());
        try {
            var starting = which.services.stream()
                    .map(start -> CompletableFuture.supplyAsync(() -> start.apply(services), threads))
                    .toList();
            starting.forEach(part -> running.add(started(part)));
        } finally {
            threads.shutdown();
        }
    }

    private static Part started(CompletableFuture<Part> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException cause) { // a service refuses its settings
                throw Refusal.configuration(cause.getMessage(), "correct it in topfive.yml");
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Part admin(Configuration configuration, Running running, PrometheusMeterRegistry metrics) {
        var admin = AdminServer.start(configuration.admin(), running.readiness(), metrics);
        var address = "http://" + configuration.admin().bind() + ":" + admin.port() + "/health/ready";
        return new Part("admin", address, () -> true, admin);
    }
}
