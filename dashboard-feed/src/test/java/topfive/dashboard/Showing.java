package topfive.dashboard;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.Editions;
import topfive.dashboard.days.Held;
import topfive.dashboard.days.LiveEvent;

/** The real service on a free port, with days that a test puts in by hand instead of a broker. */
final class Showing implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-10-14T16:00:00Z");

    final Days days;
    final DashboardFeed service;
    private final AtomicLong offset = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();

    Showing() {
        this(new Days(), false);
    }

    Showing(Days days, boolean sampleDay) {
        this.days = days;
        var settings = new Settings(ZoneId.of("Europe/Berlin"), "127.0.0.1", 0, "", sampleDay);
        service = new DashboardFeed(settings, days, new ByHand(), InstantSource.fixed(NOW), new SimpleMeterRegistry());
    }

    static Showing both() {
        var showing = new Showing();
        showing.daily(edition("a-closed-day-of-three"));
        showing.live(edition("an-open-day"));
        return showing;
    }

    Showing live(Edition edition) {
        return live(Json.bytes(edition));
    }

    Showing live(byte[] json) {
        var held = new Held(Json.read(json, Edition.class), json);
        days.live(offset.getAndIncrement(), held.edition().key(), held);
        return this;
    }

    Showing daily(Edition edition) {
        days.daily(edition.key(), new Held(edition, Json.bytes(edition)));
        return this;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }

    static Edition edition(String testCase) {
        try (var in = Showing.class.getResourceAsStream("/testdata/" + testCase + "/edition.json")) {
            return Json.read(in.readAllBytes(), Edition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record ByHand() implements Editions {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public long unreadable() {
            return 0;
        }

        @Override
        public Optional<List<LiveEvent>> after(long offset) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
