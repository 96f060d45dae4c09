package topfive.dashboard.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.contract.Json;
import topfive.dashboard.days.Archive;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.LiveEvent;
import topfive.dashboard.days.LiveEvents;

/**
 * The live stream: server-sent events whose id is the offset in topfive.live.v1. Without a Last-Event-ID it begins with a snapshot; with
 * one it goes on after it, and where that is no longer possible it says {@code reset} and gives a snapshot. One thread a listener, and not
 * more listeners than {@link #MOST}. The Accept header is not looked at: {@code curl -N} has to work.
 */
final class Events {
    static final int MOST = 150;
    private static final String RETRY = "retry: 3000\n\n";

    private final Days days;
    private final LiveEvents events;
    private final Archive archive;
    private final Duration heartbeat;
    private final AtomicInteger listeners;

    Events(Days days, Archive archive, Duration heartbeat, AtomicInteger listeners) {
        this.days = days;
        this.events = days.events();
        this.archive = archive;
        this.heartbeat = heartbeat;
        this.listeners = listeners;
    }

    /** @param edition the name of it; @param day empty for every day */
    private record Wanted(String edition, Optional<LocalDate> day) {
        boolean takes(LiveEvent event) {
            return event.edition().equals(edition)
                    && (day.isEmpty() || day.get().equals(event.day()));
        }
    }

    record Withdrawn(String edition, LocalDate day) {}

    void stream(Context http) throws IOException {
        Wanted wanted;
        Long after;
        try {
            wanted = wanted(http);
            after = after(http);
        } catch (DateTimeParseException | NumberFormatException e) {
            var detail = "day is YYYY-MM-DD, Last-Event-ID a number; got " + e.getMessage();
            Sending.send(
                    http,
                    Problem.of(400, "bad-request", "Not understood", detail).answer());
            return;
        }
        if (listeners.incrementAndGet() > MOST) {
            listeners.decrementAndGet();
            var detail = MOST + " listeners are connected already; try again later, or read the API or the topic";
            Sending.send(
                    http,
                    Problem.of(503, "too-many-listeners", "Too many listeners", detail)
                            .answer()
                            .with("Retry-After", "30"));
            return;
        }
        try {
            open(http);
            follow(http.res().getOutputStream(), wanted, after);
        } finally {
            listeners.decrementAndGet();
        }
    }

    private static Wanted wanted(Context http) {
        var edition = http.queryParam("edition");
        var day = http.queryParam("day");
        return new Wanted(
                edition == null ? "all" : edition, Optional.ofNullable(day).map(LocalDate::parse));
    }

    /** A browser repeats the header by itself; the page gives the parameter when it connects first. */
    private static Long after(Context http) {
        var header = http.header("Last-Event-ID");
        var last = header == null || header.isBlank() ? http.queryParam("lastEventId") : header;
        return last == null || last.isBlank() ? null : Long.valueOf(last.strip());
    }

    private static void open(Context http) throws IOException {
        var response = http.res();
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Access-Control-Allow-Origin", "*");
        write(response.getOutputStream(), RETRY);
    }

    private void follow(OutputStream out, Wanted wanted, Long after) throws IOException {
        try {
            var sent = after == null ? snapshot(out, wanted) : resume(out, wanted, after);
            while (!events.closed()) {
                events.await(sent, heartbeat);
                var news = events.after(sent);
                if (news.isEmpty()) {
                    sent = reset(out, wanted);
                    continue;
                }
                if (news.get().isEmpty()) {
                    write(out, ": still here\n\n");
                    continue;
                }
                sent = send(out, wanted, news.get(), sent);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long resume(OutputStream out, Wanted wanted, long after) throws IOException {
        var missed = events.after(after);
        if (missed.isEmpty() && after >= 0 && after <= events.last()) {
            missed = archive.after(after);
        }
        return missed.isEmpty() ? reset(out, wanted) : send(out, wanted, missed.get(), after);
    }

    private long reset(OutputStream out, Wanted wanted) throws IOException {
        write(out, "event: reset\ndata: {\"reason\":\"what came between is no longer kept; a snapshot follows\"}\n\n");
        return snapshot(out, wanted);
    }

    /** The last record of the day asked for, else of the newest day. */
    private long snapshot(OutputStream out, Wanted wanted) throws IOException {
        var latest = events.last();
        var day = wanted.day()
                .or(() -> days.all(wanted.edition()).stream()
                        .findFirst()
                        .map(held -> held.edition().day()));
        if (day.isEmpty()) {
            return latest;
        }
        var of = new Wanted(wanted.edition(), day);
        var known = events.latest(of::takes);
        if (known.isPresent()) {
            write(out, known.get());
            return latest;
        }
        var held = days.of(wanted.edition(), day.get());
        if (held.isPresent()) { // read before what is still at hand: the edition, without an offset
            write(out, "event: edition\ndata: " + oneLine(held.get().json()) + "\n\n");
        }
        return latest;
    }

    private static long send(OutputStream out, Wanted wanted, List<LiveEvent> news, long sent) throws IOException {
        for (var event : news) {
            if (wanted.takes(event)) {
                write(out, event);
            }
        }
        return news.isEmpty() ? sent : news.get(news.size() - 1).offset();
    }

    private static void write(OutputStream out, LiveEvent event) throws IOException {
        var what = event.json() == null
                ? "event: withdrawn\ndata: " + oneLine(Json.bytes(new Withdrawn(event.edition(), event.day())))
                : "event: edition\ndata: " + oneLine(event.json());
        write(out, "id: " + event.offset() + "\n" + what + "\n\n");
    }

    /** JSON may be written over several lines, an event's data may not; white space inside strings is escaped in JSON. */
    private static String oneLine(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replaceAll("[\\r\\n]+\\s*", " ");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
