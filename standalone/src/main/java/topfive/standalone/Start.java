package topfive.standalone;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.standalone.broker.DataFolder;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;
import topfive.standalone.cluster.Needs;
import topfive.standalone.cluster.Suited;
import topfive.standalone.cluster.TopicsWatch;
import topfive.standalone.config.Configuration;
import topfive.standalone.reach.AwaitBroker;
import topfive.standalone.topic.Broker;

/** Starts the broker, the services and their admin server. */
public final class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private Start() {}

    public enum Which {
        ALL(Needs.ALL, Services::analysis, List.of(Services::dashboard, Services::processor, Services::ingest)),
        INGEST(Needs.INGEST, services -> {}, List.of(Services::ingest)),
        PROCESSOR(Needs.PROCESSOR, Services::analysis, List.of(Services::processor)),
        DASHBOARD(Needs.DASHBOARD, services -> {}, List.of(Services::dashboard));

        private final Needs needs;
        private final Consumer<Services> beforeTheBroker;

        /** Closed in the opposite order. */
        private final List<Function<Services, Part>> services;

        Which(Needs needs, Consumer<Services> beforeTheBroker, List<Function<Services, Part>> services) {
            this.needs = needs;
            this.beforeTheBroker = beforeTheBroker;
            this.services = services;
        }

        public Needs needs() {
            return needs;
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
            if (which.needs.transactions()) { // its state is there
                DataFolder.mustBeUsable(configuration.data());
            }
            if (embedded) {
                running.add(broker(configuration));
            }
            awaitSuited(broker, configuration, which);
            running.add(watch(broker, which));
            sideBySide(which, services, running);
            running.add(admin(configuration, running, metrics, manner));
            return services;
        } catch (RuntimeException | LinkageError e) { // the latter where a class wants a hook in a JVM that is ending
            running.mustGoOn();
            services.settle();
            running.close();
            throw e;
        }
    }

    /** One that goes away while it is asked is waited for like one that is not there yet. */
    private static void awaitSuited(Broker broker, Configuration configuration, Which which) {
        var until = System.nanoTime() + configuration.kafkaWait().toNanos();
        var quietUntil = System.nanoTime();
        while (true) {
            broker.awaited(Duration.ofNanos(Math.max(0, until - System.nanoTime())), LOG::info);
            try {
                Suited.mustBe(broker, configuration.cluster().isEmpty(), which.needs);
                return;
            } catch (Refusal e) {
                if (e.status() != Exit.UNREACHABLE || System.nanoTime() - until >= 0) {
                    throw e;
                }
                if (System.nanoTime() - quietUntil >= 0) {
                    LOG.info("waiting for the broker at {}: {}", broker.address(), e.getMessage());
                    quietUntil = System.nanoTime() + AwaitBroker.SAY_EVERY.toNanos();
                }
                AwaitBroker.pause();
            }
        }
    }

    private static Part broker(Configuration configuration) {
        var broker = EmbeddedBroker.start(configuration.data(), configuration.brokerPort());
        return new Part("broker", broker.address(), new DiskSpace(configuration.data())::readiness, broker);
    }

    private static Part watch(Broker broker, Which which) {
        var watch = TopicsWatch.start(broker, which.needs, LOOK_EVERY);
        return new Part("kafka", "", watch::readiness, watch);
    }

    /** Each has classes to load and connections to make; together they are twice as fast. */
    private static void sideBySide(Which which, Services services, Running running) {
        var threads = Executors.newFixedThreadPool(which.services.size());
        try {
            var starting = which.services.stream()
                    .map(start -> CompletableFuture.supplyAsync(() -> start.apply(services), threads))
                    .toList();
            addAll(starting, running);
        } finally {
            threads.shutdown();
        }
    }

    /** Also those behind one that fails: whatever was started must be closed. */
    private static void addAll(List<CompletableFuture<Part>> starting, Running running) {
        RuntimeException first = null;
        for (var part : starting) {
            try {
                running.add(started(part));
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
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

    private static Part admin(
            Configuration configuration, Running running, PrometheusMeterRegistry metrics, Manner manner) {
        var admin = AdminServer.start(configuration.admin(), running.readiness(), metrics, manner.clock());
        var address = "http://" + configuration.admin().bind() + ":" + admin.port() + "/health/ready";
        return new Part("admin", address, () -> true, admin);
    }
}
