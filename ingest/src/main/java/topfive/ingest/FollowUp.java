package topfive.ingest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Validators;
import topfive.ingest.schedule.Jitter;
import topfive.ingest.schedule.Rhythm;
import topfive.ingest.schedule.Wishes;

/** What one visit leaves for the next: the state after it, made of the state before it and of what was said. A pure function. */
final class FollowUp {
    private static final Duration USUAL = Duration.ofMinutes(30);

    /** Folders are ours, and an interval this short is allowed for hosts of our own only. */
    private static final Duration OWN = Duration.ofMinutes(10);

    private final Subscription source;
    private final SourceState before;
    private final Round round;
    private final Visit visit;
    private final Rhythm rhythm;
    private final int failures;

    private FollowUp(Subscription source, SourceState before, Round round, Visit visit) {
        this.source = source;
        this.before = before;
        this.round = round;
        this.visit = visit;
        this.rhythm = rhythm(source);
        this.failures = visit.asked() ? visit.isInVain() ? before.failures() + 1 : 0 : before.failures();
    }

    /** @param met the hosts that asked to be left alone */
    static SourceState of(
            Subscription source, SourceState before, Round round, Visit visit, List<SourceState.Wait> met) {
        return new FollowUp(source, before, round, visit).state(met);
    }

    static Rhythm rhythm(Subscription source) {
        var every = source.every() == null ? USUAL : source.every();
        return new Rhythm(every, source.isLocal() || every.compareTo(OWN) < 0);
    }

    private SourceState state(List<SourceState.Wait> met) {
        var moved = Moved.of(before).after(visit, failures, before, source);
        var validators = validators();
        var interval = interval();
        var wishes = wishes();
        var hub = hub();
        return new SourceState(
                1,
                round.source(),
                validators.url(),
                validators.etag(),
                validators.lastModified(),
                before.subscribedAt(),
                visit.asked() ? round.now() : before.lastFetch(),
                visit.notBefore(),
                visit.outcome(),
                detail(moved),
                failures,
                before.documents() + round.batch().fresh(),
                next(interval, wishes),
                interval.toSeconds(),
                gap().map(Duration::toSeconds).orElse(null),
                wishes.atLeast().isZero() ? null : Long.valueOf(wishes.atLeast().toSeconds()),
                wishes.skipHours().stream().sorted().toList(),
                wishes.skipDays().stream().sorted().map(DayOfWeek::name).toList(),
                lastNew(),
                moved.fetchUrl(),
                moved.movedTo(),
                moved.movedSeen(),
                met.isEmpty() ? stillWaiting() : met,
                hub.hub(),
                hub.topic(),
                isSame(hub) ? before.hubLeaseUntil() : null,
                round.refrains());
    }

    private record Hub(String hub, String topic) {}

    /** A feed that names no hub any more has none; a 304 names nothing. */
    private Hub hub() {
        return visit.learned()
                .map(feed -> new Hub(feed.hub(), feed.topic()))
                .orElseGet(() -> new Hub(before.hub(), before.hubTopic()));
    }

    /** A promise is the hub's that gave it. */
    private boolean isSame(Hub hub) {
        return hub.hub() != null && hub.hub().equals(before.hub());
    }

    private Validators validators() {
        return visit.validators() != null
                ? visit.validators()
                : new Validators(before.validatorsUrl(), before.etag(), before.lastModified());
    }

    private Duration interval() {
        if (failures > 0) {
            return rhythm.failed(failures);
        }
        if (visit.outcome().equals("refused")) {
            return rhythm.seldom();
        }
        var since = lastNew() == null ? before.subscribedAt() : lastNew();
        var answered = rhythm.answered(gap().orElse(Duration.ZERO), Duration.between(since, round.now()));
        boolean told = isSame(hub())
                && before.hubLeaseUntil() != null
                && before.hubLeaseUntil().isAfter(round.now());
        return told && !rhythm.exact() && answered.compareTo(Rhythm.SELDOM) < 0 ? Rhythm.SELDOM : answered;
    }

    /** Where the dates of the items do not tell, the last two visits that brought something do. */
    private Optional<Duration> gap() {
        var told = visit.learned().flatMap(Learned::gap);
        boolean twice = round.batch().fresh() > 0 && before.lastNew() != null;
        return told.or(() -> twice
                ? Optional.of(Duration.between(before.lastNew(), round.now()))
                : Optional.ofNullable(before.gapSeconds()).map(Duration::ofSeconds));
    }

    private Wishes wishes() {
        return visit.learned().map(Learned::wishes).orElseGet(() -> {
            Set<DayOfWeek> days = before.skipDays().stream()
                    .map(DayOfWeek::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
            var seconds = before.atLeastSeconds() == null ? 0 : before.atLeastSeconds();
            return new Wishes(Duration.ofSeconds(seconds), Set.copyOf(before.skipHours()), days);
        });
    }

    private Instant next(Duration interval, Wishes wishes) {
        if (source.every() == null || visit.outcome().equals("gone") && before.fetchUrl() == null) {
            return null;
        }
        var byRhythm = rhythm.next(
                source.id(), round.now(), interval, wishes.atLeast(visit.hints().maxAge()));
        if (visit.notBefore() == null) {
            return byRhythm;
        }
        // not all sources of a host in the moment that it named
        var asked = visit.notBefore().plus(Jitter.of(source.id(), visit.notBefore(), OWN));
        return asked.isAfter(byRhythm) ? asked : byRhythm;
    }

    private Instant lastNew() {
        return round.batch().fresh() > 0 ? round.now() : before.lastNew();
    }

    private List<SourceState.Wait> stillWaiting() {
        return before.waits().stream()
                .filter(wait -> wait.until().isAfter(round.now()))
                .toList();
    }

    private String detail(Moved moved) {
        var words = Yield.words(visit, round, before);
        if (moved.fetchUrl() != null && !moved.fetchUrl().equals(before.fetchUrl())) {
            words = Yield.joined(words, "moved for good: from now on read at " + moved.fetchUrl());
        } else if (moved.fetchUrl() == null && before.fetchUrl() != null) {
            words = Yield.joined(words, "from now on read at " + source.url() + " again");
        }
        return words.isEmpty() ? null : words;
    }
}
