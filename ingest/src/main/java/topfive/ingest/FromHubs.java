package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Web;
import topfive.ingest.websub.Callback;
import topfive.ingest.websub.Readers;
import topfive.ingest.websub.Topic;
import topfive.ingest.websub.WebSub;

/** Sources whose feed names a hub are brought by it, from the visit on that found it named. */
final class FromHubs implements Readers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FromHubs.class);
    private static final int SECONDS = 20;

    private final Settings settings;
    private final Rounds rounds;
    private final Memory memory;
    private final BooleanSupplier remembers;
    private final InstantSource clock;
    private final WebSub webSub;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "ingest-hubs");
        thread.setDaemon(true);
        return thread;
    });

    /** @param remembers whether it is known already what the last run knew */
    FromHubs(
            Settings settings,
            Rounds rounds,
            Memory memory,
            Web web,
            BooleanSupplier remembers,
            InstantSource clock,
            MeterRegistry metrics) {
        this.settings = settings;
        this.rounds = rounds;
        this.memory = memory;
        this.remembers = remembers;
        this.clock = clock;
        var pushing = settings.pushing();
        this.webSub = new WebSub(
                pushing.callback(),
                pushing.callbackKey(),
                (topic, form) -> web.post(topic.hub(), form, isOwn(topic)),
                this,
                clock,
                metrics);
    }

    /** A feed may name whatever it likes its hub: only one of the operator's own may name another of his own. */
    private boolean isOwn(Topic topic) {
        return memory.state(topic.source())
                .map(state -> settings.isOwn(state.source().url()))
                .orElse(false);
    }

    Callback callback() {
        return new Callback(webSub);
    }

    void begin() {
        watch.scheduleWithFixedDelay(this::lookAgain, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void lookAgain() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // whatever is thrown would end the schedule in silence
            LOG.error("hubs could not be asked, and will be again", e);
        }
    }

    /** Asks the hubs that are to be asked now. */
    void look() throws InterruptedException {
        if (remembers.getAsBoolean()) {
            webSub.look(wanted(), unwanted());
        }
    }

    private List<Topic> wanted() {
        return settings.sources().stream()
                .filter(source -> source.kind().equals("feed"))
                .flatMap(source -> memory.state(source.id()).stream())
                .flatMap(state -> topic(state).stream())
                .toList();
    }

    /** Of sources that were taken out of the configuration. */
    private List<Topic> unwanted() {
        var now = clock.instant();
        var wanted = settings.sources().stream().map(Subscription::id).toList();
        return memory.states().stream()
                .filter(state -> !wanted.contains(state.source().id()))
                .filter(state ->
                        state.hubLeaseUntil() != null && state.hubLeaseUntil().isAfter(now))
                .flatMap(state -> topic(state).stream())
                .toList();
    }

    private static Optional<Topic> topic(SourceState state) {
        return state.hub() == null || state.hubTopic() == null
                ? Optional.empty()
                : Optional.of(new Topic(state.source().id(), state.hub(), state.hubTopic()));
    }

    @Override
    public boolean brought(Topic topic, byte[] feed, String contentType) {
        return rounds.brought(topic.source(), feed, contentType);
    }

    @Override
    public void promised(Topic topic, Instant until) {
        rounds.promised(topic.source(), topic.hub(), topic.url(), until);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
