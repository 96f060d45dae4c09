package topfive.dashboard;

import io.javalin.Javalin;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Readiness;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.Editions;
import topfive.dashboard.days.FromKafka;
import topfive.dashboard.web.Routes;
import topfive.dashboard.web.Site;

/** The service: reads the editions and shows them. */
public final class DashboardFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardFeed.class);

    private final Days days;
    private final Editions editions;
    private final Javalin server;
    private final Settings settings;

    /**
     * Listens at once and reads the topics from their beginning meanwhile.
     *
     * @throws io.javalin.util.JavalinBindException where the port is taken
     */
    public static DashboardFeed start(
            Settings settings, Map<String, Object> kafkaClientProperties, InstantSource clock, MeterRegistry metrics) {
        var days = new Days();
        var kafka = new FromKafka(kafkaClientProperties, days);
        var service = new DashboardFeed(settings, days, kafka, clock, metrics);
        kafka.start();
        return service;
    }

    /** Shows whatever fills the days. */
    DashboardFeed(Settings settings, Days days, Editions editions, InstantSource clock, MeterRegistry metrics) {
        this.settings = settings;
        this.days = days;
        this.editions = editions;
        var routes = new Routes(new Routes.Parts(
                settings, days, editions, editions::ready, editions::unreadable, clock, metrics, new Site(this::url)));
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = false;
            config.http.generateEtags = false;
            config.http.prefer405over404 = true;
            config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
            // a graceful stop would wait for every idle connection that a browser keeps
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            routes.on(config.routes);
        });
        server.start(settings.bind(), settings.port());
        Gauge.builder("topfive.broker.reachable", editions, it -> it.ready() ? 1 : 0)
                .tag("service", "dashboard")
                .register(metrics);
        FunctionCounter.builder("topfive.dashboard.unreadable", editions, Editions::unreadable)
                .register(metrics);
        LOG.info("dashboard listening url={}", url());
    }

    public int port() {
        return server.port();
    }

    /** Where readers reach the page, without a slash at its end. */
    public String url() {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        var host = settings.bind().equals("0.0.0.0") || settings.bind().equals("::") ? "localhost" : settings.bind();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    /** Caught up with the topics once, and reading since. */
    public boolean ready() {
        return editions.ready();
    }

    public Readiness readiness() {
        return Readiness.not(editions.missing());
    }

    @Override
    public void close() {
        days.events().close();
        server.stop();
        editions.close();
    }
}
