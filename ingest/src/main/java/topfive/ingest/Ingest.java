package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Readiness;
import topfive.contract.SourceState;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fetch.Web;
import topfive.ingest.push.PushApi;
import topfive.ingest.text.Languages;

/** The service: visits the sources on their schedule, takes what is pushed, and puts documents on {@code topfive.documents.v1}. */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    private static final Duration TELLING = Duration.ofSeconds(20);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    /** Who pushes has to be answered within ten. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Memory memory;
    private final Web web;
    private final HostWaits waits;
    private final Runnable recall;
    private final InstantSource clock;
    private final Rounds rounds;
    private final Listening speech;
    private final PushedSources pushed;
    private final Optional<FromHubs> hubs;
    private final PushApi push;
    private final Optional<BrokerProbe> probe;
    private final FailingSources failing;
    private final ReentrantLock recalling = new ReentrantLock();
    private volatile boolean recalled;

    /** @param recall reads what the last run knew into the memory; throws while the broker is away */
    Ingest(
            Settings settings,
            Outbox outbox,
            Memory memory,
            Runnable recall,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        this(settings, desk(), outbox, memory, recall, web, clock, metrics, Optional.empty());
    }

    Ingest(
            Settings settings,
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            Runnable recall,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        this(settings, desk, outbox, memory, recall, web, clock, metrics, Optional.empty());
    }

    private static CopyDesk desk() {
        return new CopyDesk(Languages.load(), new OwnThread());
    }

    private Ingest(
            Settings settings,
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            Runnable recall,
            Web web,
            InstantSource clock,
            MeterRegistry metrics,
            Optional<BrokerProbe> probe) {
        List.of("topfive.documents.received", "topfive.documents.duplicate")
                .forEach(metrics::counter); // 0 until the first
        this.probe = probe;
        this.failing = new FailingSources(settings.sources(), memory, metrics);
        this.outbox = outbox;
        this.memory = memory;
        this.web = web;
        this.waits = new HostWaits(settings::isOwn);
        this.recall = recall;
        this.clock = clock;
        this.speech = settings.speech().isOn() ? new Listening(settings.speech(), web) : null;
        var harvest = new SourceHarvest(
                settings.root(), web, waits, desk, Optional.ofNullable(speech), outbox, memory, clock, metrics);
        this.rounds = new Rounds(settings.sources(), harvest, waits, this::remembers, clock, metrics);
        this.pushed = new PushedSources(memory, outbox);
        this.hubs = settings.pushing().callback().isEmpty()
                ? Optional.empty()
                : Optional.of(new FromHubs(settings, rounds, memory, web, this::remembers, clock, metrics));
        var reception = new Reception(desk, outbox, memory, pushed, this::remembers, clock);
        this.push = PushApi.start(
                settings.bind(),
                settings.port(),
                settings.allPushing(),
                reception,
                clock,
                metrics,
                config -> hubs.ifPresent(it -> it.callback().on(config)));
    }

    /** Starts the push API, and polls every source that has an {@code every}; the others wait for {@link #harvestOnce}. */
    public static Ingest start(
            Settings settings,
            Map<String, Object> kafkaClientProperties,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        var memory = new Memory(known -> KnownLetters.into(known, kafkaClientProperties));
        Runnable recall = () -> {
            KnownSources.into(memory, kafkaClientProperties);
            KnownDocuments.into(memory, kafkaClientProperties);
        };
        var outbox = Outbox.kafka(kafkaClientProperties, metrics);
        var probe = new BrokerProbe(kafkaClientProperties, metrics, outbox.acknowledgements()::brokerAnswered);
        var ingest = new Ingest(settings, desk(), outbox, memory, recall, web, clock, metrics, Optional.of(probe));
        probe.begin();
        ingest.begin();
        return ingest;
    }

    /** From now on sources are visited by the clock. */
    void begin() {
        rounds.begin();
        rounds.beside(TELLING, pushed::tell);
        rounds.beside(TELLING, failing::tell);
        hubs.ifPresent(FromHubs::begin);
    }

    public int pushPort() {
        return push.port();
    }

    public boolean ready() {
        return readiness().isReady();
    }

    /** Whether the broker is there and takes what is sent. */
    public Readiness readiness() {
        var silent = probe.flatMap(BrokerProbe::missing);
        if (silent.isPresent()) {
            return Readiness.not(silent.get());
        }
        if (!recalled) {
            return Readiness.not("what the last run knew of the sources is not read yet");
        }
        var waits = outbox.acknowledgements().missing(System.nanoTime());
        if (waits.isPresent()) {
            return Readiness.not(waits.get());
        }
        return rounds.brokerTookIt() ? Readiness.READY : Readiness.not("the broker did not take what a source had");
    }

    /** Doing it again is safe: what was taken is recognised. */
    public static final class BrokerAway extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private BrokerAway(String what) {
            super(what);
        }
    }

    /**
     * Visits every source once; returns when everything found is acknowledged.
     *
     * @throws BrokerAway where it is not
     */
    public void harvestOnce() {
        if (!remembers()) {
            throw new BrokerAway("the broker is away: nothing was read");
        }
        if (!rounds.all()) {
            throw new BrokerAway("the broker went away before it had taken everything");
        }
    }

    /** Visits what is due at this moment, and returns when that is done: for a clock that is moved by hand. */
    void visitDue() {
        rounds.due();
    }

    /** When the next source is due; empty where none will be. */
    Optional<Instant> nextDue() {
        return rounds.next();
    }

    /** Asks the hubs that are to be asked at this moment. */
    void lookAtHubs() throws InterruptedException {
        hubs.orElseThrow().look();
    }

    /** What the last run knew: whom to leave alone, and what was taken in already. Who asks meanwhile waits a while for the answer. */
    private boolean remembers() {
        return recalled || recall();
    }

    private boolean recall() {
        try {
            if (recalling.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    recallOnce();
                } finally {
                    recalling.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return recalled;
    }

    private void recallOnce() {
        if (!recalled) {
            try {
                recall.run();
                memory.states().forEach(this::leaveAlone);
                recalled = true;
            } catch (KafkaException e) {
                LOG.warn("broker away detail=\"{}\": will try again", e.getMessage());
            }
        }
    }

    /** A state that others wrote must not keep all of ingest from beginning. */
    private void leaveAlone(SourceState state) {
        try {
            waits.recall(state);
            state.waits().forEach(wait -> web.leaveAlone(wait.host(), wait.until()));
        } catch (RuntimeException e) {
            LOG.warn("passed over what hosts asked for, source={} cause={}", state.source(), "" + e);
        }
    }

    @Override
    public void close() {
        push.refuse();
        probe.ifPresent(BrokerProbe::close);
        hubs.ifPresent(FromHubs::close);
        rounds.close();
        if (speech != null) {
            speech.close();
        }
        push.drain(DRAIN);
        pushed.tell();
        outbox.close();
        push.close();
    }
}
