package topfive.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions at hubs. A hub is asked to bring a topic to an address that only it knows; it asks back there whether that is meant
 * ({@link #confirms}); what it brings is believed if it is signed with the secret of that topic ({@link #bring}). Polling goes on, more
 * slowly, since hubs forget and fail.
 */
public final class WebSub {
    private static final Logger LOG = LoggerFactory.getLogger(WebSub.class);
    private static final Duration LEASE = Duration.ofDays(10);
    private static final int MOST_GOODBYES = 5;

    private final String callback;
    private final Keys keys;
    private final Hub hub;
    private final Readers readers;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Map<String, Held> byPath = new HashMap<>();

    /**
     * @param callback where this service is reached from outside, without a slash at its end
     * @param key what addresses and secrets are made of; "": others after each start
     */
    public WebSub(String callback, String key, Hub hub, Readers readers, InstantSource clock, MeterRegistry metrics) {
        this.callback = callback;
        this.keys = Keys.of(key);
        this.hub = hub;
        this.readers = readers;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Asks the hubs that are to be asked at this moment.
     *
     * @param wanted everything that is to be brought; whatever else is held is left
     * @param unwanted what may still be brought from before, and is not wanted
     */
    public void look(Collection<Topic> wanted, Collection<Topic> unwanted) throws InterruptedException {
        for (var due : due(wanted, unwanted, clock.instant()).entrySet()) {
            ask(due.getKey(), due.getValue());
        }
    }

    private synchronized Map<String, Held> due(Collection<Topic> wanted, Collection<Topic> unwanted, Instant now) {
        wanted.forEach(topic -> byPath.compute(
                keys.path(topic), (path, held) -> held == null || held.leaving() ? Held.wanted(topic, now) : held));
        unwanted.forEach(topic -> byPath.computeIfAbsent(keys.path(topic), path -> Held.unwanted(topic, now)));
        byPath.replaceAll((path, held) ->
                held.leaving() || wanted.contains(held.topic()) ? held : Held.unwanted(held.topic(), now));
        byPath.values().removeIf(held -> held.leaving() && held.attempts() >= MOST_GOODBYES);
        var due = new LinkedHashMap<String, Held>();
        byPath.forEach((path, held) -> {
            if (held.isDue(now)) {
                due.put(path, held);
            }
        });
        due.forEach((path, held) -> byPath.put(path, held.asked(now))); // it may ask back before it has answered
        return due;
    }

    private void ask(String path, Held held) throws InterruptedException {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", mode(held));
        form.put("hub.topic", held.topic().url());
        form.put("hub.callback", callback + Callback.PATH + path);
        if (!held.leaving()) {
            form.put("hub.lease_seconds", "" + LEASE.toSeconds());
            form.put("hub.secret", keys.secret(held.topic()));
        }
        var failed = hub.post(held.topic(), form);
        count(mode(held), failed.isPresent() ? "failed" : "asked");
        failed.ifPresent(why -> LOG.warn(
                "hub not to be had source={} hub={} detail=\"{}\": polling goes on",
                held.topic().source(),
                held.topic().hub(),
                why));
    }

    private static String mode(Held held) {
        return held.leaving() ? "unsubscribe" : "subscribe";
    }

    /** Whether the hub's question is about what it was asked. */
    synchronized boolean confirms(String path, String mode, String topic, long leaseSeconds) {
        var now = clock.instant();
        var held = byPath.get(path);
        if (held == null || !held.topic().url().equals(topic)) {
            return false;
        }
        if (mode.equals("denied")) {
            return denied(path, held, now);
        }
        if (!mode.equals(mode(held)) || !held.expectsAnswer(now)) {
            return false;
        }
        count(mode, "confirmed");
        if (held.leaving()) {
            byPath.remove(path);
            readers.promised(held.topic(), null);
            return true;
        }
        var lease = Held.lease(leaseSeconds);
        byPath.put(path, held.confirmed(now, lease));
        readers.promised(held.topic(), now.plus(lease));
        LOG.info(
                "hub promises source={} hub={} for={}",
                held.topic().source(),
                held.topic().hub(),
                lease);
        return true;
    }

    private boolean denied(String path, Held held, Instant now) {
        LOG.warn(
                "hub denies source={} hub={}: polling goes on",
                held.topic().source(),
                held.topic().hub());
        count(mode(held), "denied");
        byPath.put(path, held.denied(now));
        readers.promised(held.topic(), null);
        return true;
    }

    /** The topic that is brought to this path; empty where nothing is. */
    synchronized Optional<Topic> at(String path) {
        return Optional.ofNullable(byPath.get(path))
                .filter(held -> !held.leaving())
                .map(Held::topic);
    }

    /**
     * Takes what was brought, if the hub has signed it.
     *
     * @return false where the hub should bring it again later; what is forged is not told so, only counted
     */
    boolean bring(Topic topic, String signature, byte[] body, String contentType) {
        if (!HubSignature.isOf(signature, body, keys.secret(topic))) {
            metrics.counter("topfive.ingest.websub.forged").increment();
            LOG.warn("not signed by the hub source={} hub={}: ignored", topic.source(), topic.hub());
            return true;
        }
        boolean taken = readers.brought(topic, body, contentType);
        metrics.counter("topfive.ingest.websub.brought", "taken", "" + taken).increment();
        return taken;
    }

    private void count(String mode, String outcome) {
        metrics.counter(
                        "topfive.ingest.websub.subscriptions",
                        List.of(
                                io.micrometer.core.instrument.Tag.of("mode", mode),
                                io.micrometer.core.instrument.Tag.of("outcome", outcome)))
                .increment();
    }
}
