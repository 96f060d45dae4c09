package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.FailPoint;
import topfive.contract.Source;
import topfive.contract.SourceState;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;

/** Visits one source: has it read, sends what was found, and notes how it went once the broker has everything. */
final class SourceHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(SourceHarvest.class);
    private static final int SECONDS = 30;

    private final Path root;
    private final Web web;
    private final HostWaits waits;
    private final CopyDesk desk;
    private final Optional<EpisodeText.Hearing> speech;
    private final Outbox outbox;
    private final Memory memory;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    SourceHarvest(
            Path root,
            Web web,
            HostWaits waits,
            CopyDesk desk,
            Optional<EpisodeText.Hearing> speech,
            Outbox outbox,
            Memory memory,
            InstantSource clock,
            MeterRegistry metrics) {
        this.root = root;
        this.web = web;
        this.waits = waits;
        this.desk = desk;
        this.speech = speech;
        this.outbox = outbox;
        this.memory = memory;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @return the state after it; empty when the broker did not take what was found: the next visit finds it again */
    Optional<SourceState> visit(Subscription subscription) throws InterruptedException {
        var before = before(subscription);
        var batch = new Batch(outbox, memory, metrics);
        var round = round(subscription, before, batch);
        var calm = new VisitWeb(web, waits, clock);
        var wait = waits(round);
        var visit = wait.isPresent()
                ? Visit.waiting(wait.get())
                : new SourceReader(root, calm, desk, memory, speech).read(subscription, round);
        return kept(batch, before, () -> FollowUp.of(subscription, promised(before), round, visit, calm.met()));
    }

    /**
     * Reads a feed, or a part of one, that was brought and not fetched. When the source is asked next does not change.
     *
     * @return as {@link #visit}
     */
    Optional<SourceState> brought(Subscription subscription, byte[] feed, String contentType)
            throws InterruptedException {
        var before = before(subscription);
        var batch = new Batch(outbox, memory, metrics);
        var round = round(subscription, before, batch);
        var calm = new VisitWeb(web, waits, clock);
        var fresh = new Fetched.Fresh(round.url(), feed, contentType, Validators.NONE, Hints.NONE);
        new SourceReader(
                        root,
                        request -> request.url().equals(round.url()) ? fresh : calm.get(request),
                        desk,
                        memory,
                        speech)
                .read(subscription, round);
        return kept(batch, before, () -> promised(before).brought(batch.fresh(), round.now()));
    }

    private Round round(Subscription subscription, SourceState before, Batch batch) {
        return new Round(source(subscription), Moved.address(before, subscription), before, clock.instant(), batch);
    }

    private Optional<SourceState> kept(Batch batch, SourceState before, Supplier<SourceState> result)
            throws InterruptedException {
        try {
            batch.acknowledged();
            if (batch.fresh() > 0) {
                FailPoint.at("after-produce");
            }
            var after = result.get();
            outbox.state(after).get(SECONDS, TimeUnit.SECONDS);
            if (batch.fresh() > 0) {
                FailPoint.at("after-state");
            }
            memory.remember(after);
            tell(after, batch);
            return Optional.of(after);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "broker did not take it source={} documents={} detail=\"{}\": will try again",
                    before.source().id(),
                    batch.fresh(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps with a source what its hub has promised; null: it promises nothing any more. */
    void promised(String sourceId, String hub, String topic, Instant until) {
        memory.state(sourceId)
                .filter(state -> hub.equals(state.hub()) && topic.equals(state.hubTopic()))
                .map(state -> state.withHub(hub, topic, until))
                .ifPresent(state -> {
                    memory.remember(state);
                    outbox.state(state);
                });
    }

    /** What is known of the source as it is configured now: of another address nothing is. */
    SourceState before(Subscription subscription) {
        var source = source(subscription);
        var known = memory.state(subscription.id());
        if (known.isEmpty()) {
            return SourceState.never(source, clock.instant());
        }
        var state = known.get();
        return Objects.equals(state.source().url(), source.url()) ? state : state.readdressed(source);
    }

    /** What a hub promised while the visit went on is not forgotten by it. */
    private SourceState promised(SourceState before) {
        return memory.state(before.source().id())
                .filter(known ->
                        Objects.equals(known.source().url(), before.source().url()))
                .map(known -> before.withHub(known.hub(), known.hubTopic(), known.hubLeaseUntil()))
                .orElse(before);
    }

    private Optional<HostWaits.Wait> waits(Round round) {
        var before = round.before();
        if (before.notBefore() != null && round.now().isBefore(before.notBefore())) {
            return Optional.of(new HostWaits.Wait(before.notBefore(), before.detail()));
        }
        return waits.of(round.url(), round.now());
    }

    private void tell(SourceState after, Batch batch) {
        metrics.counter("topfive.ingest.visits", "outcome", after.outcome()).increment();
        if (batch.withoutText() > 0) {
            metrics.counter("topfive.documents.rejected", "reason", "no-text").increment(batch.withoutText());
        }
        LOG.info(
                "harvested source={} outcome={} new={} unchanged={} dead={} next={}{}",
                after.source().id(),
                after.outcome(),
                batch.fresh(),
                batch.unchanged(),
                batch.dead(),
                after.nextFetch(),
                after.detail() == null ? "" : " detail=\"" + after.detail() + "\"");
    }

    static String why(Fetched fetched) {
        if (fetched instanceof Fetched.Failed failed) {
            return failed.why();
        }
        if (fetched instanceof Fetched.Later later) {
            return later.why();
        }
        return fetched instanceof Fetched.Gone gone ? gone.why() : "";
    }

    static Source source(Subscription subscription) {
        var derived = subscription.owner().isEmpty() ? Owners.of(subscription.url()) : subscription.owner();
        var url = subscription.isLocal() ? null : subscription.url();
        return new Source(
                subscription.id(),
                subscription.name(),
                subscription.kind(),
                derived.isEmpty() ? subscription.id() : derived,
                url);
    }
}
