package topfive.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import topfive.contract.Day;
import topfive.dashboard.DashboardFeed;
import topfive.ingest.Ingest;
import topfive.ingest.fetch.FolderWeb;
import topfive.ingest.fetch.HttpWeb;
import topfive.ingest.fetch.Web;
import topfive.processor.Processor;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

/** Where the services are made: our settings into theirs, and the call that starts each. */
public final class Services {
    private final Configuration configuration;
    private final Broker broker;
    private final Manner manner;
    private final MeterRegistry metrics;
    private final DiskSpace disk;
    private CompletableFuture<Analysis> analysis;
    private volatile Ingest ingest;

    public Services(Configuration configuration, Broker broker, Manner manner, MeterRegistry metrics) {
        this.configuration = configuration;
        this.broker = broker;
        this.manner = manner;
        this.metrics = metrics;
        this.disk = new DiskSpace(configuration.data());
        OfThisJvm.into(metrics, disk);
    }

    public Broker broker() {
        return broker;
    }

    public Part ingest() {
        LettersAtZero.ofIngest(metrics);
        var settings = ForIngest.settings(configuration, manner.isEveryDay());
        ingest = Ingest.start(settings, broker.clientProperties(), web(settings), manner.clock(), metrics);
        var address = "http://" + settings.bind() + ":" + ingest.pushPort() + "/v1/documents";
        return new Part("ingest", address, ingest::readiness, ingest);
    }

    /** Every source once; returns when all that was found is acknowledged. */
    public void harvestOnce() {
        ingest.harvestOnce();
    }

    private Web web(topfive.ingest.Settings settings) {
        return manner.sampleWeb()
                .<Web>map(FolderWeb::new)
                .orElseGet(() -> new HttpWeb(settings.allowPrivate(), settings.contact(), manner.clock(), metrics));
    }

    /** Begins to load what reads text. */
    public synchronized CompletableFuture<Analysis> analysis() {
        if (analysis == null) {
            analysis = CompletableFuture.supplyAsync(() -> Analysis.load(configuration.taxonomy()));
        }
        return analysis;
    }

    /** Returns when nothing is being loaded any more: a native library that is torn down meanwhile takes the JVM with it (seen). */
    synchronized void settle() {
        if (analysis != null) {
            analysis.handle((loaded, failure) -> null).join();
        }
    }

    public Part processor() {
        LettersAtZero.ofProcessor(metrics);
        var analysis = analysis().join();
        var days = new Day(configuration.zone(), configuration.grace());
        var pipeline = analysis.pipeline(configuration.languages(), days, configuration.rules());
        var settings = new topfive.processor.Settings(
                configuration.zone(),
                configuration.grace(),
                configuration.languages(),
                configuration.data().resolve("state"),
                configuration.threads(),
                manner.isEveryDay());
        var processor = Processor.start(settings, pipeline, broker.clientProperties(), manner.clock(), metrics);
        return new Part("processor", "", () -> disk.readiness().and(processor.readiness()), () -> {
            processor.close();
            // who still reads must not find the encoder closed: the document would become a dead letter
            if (processor.hasStopped()) {
                analysis.close();
            }
        });
    }

    public Part dashboard() {
        var at = configuration.dashboard();
        var settings = new topfive.dashboard.Settings(
                configuration.zone(), at.bind(), at.port(), configuration.publicUrl(), !manner.isEveryDay());
        var dashboard = DashboardFeed.start(settings, broker.clientProperties(), manner.clock(), metrics);
        return new Part("dashboard", dashboard.url(), dashboard::readiness, dashboard);
    }
}
