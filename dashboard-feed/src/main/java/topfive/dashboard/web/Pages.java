package topfive.dashboard.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import topfive.contract.Edition;
import topfive.dashboard.Digest;
import topfive.dashboard.Settings;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.Held;
import topfive.dashboard.days.LiveEvent;
import topfive.dashboard.page.DayView;
import topfive.dashboard.page.Frame;
import topfive.dashboard.page.Html;
import topfive.dashboard.page.SourceLine;
import topfive.dashboard.page.Times;
import topfive.dashboard.templates.JtedayGenerated;
import topfive.dashboard.templates.JtehowGenerated;
import topfive.dashboard.templates.JteproblemsGenerated;
import topfive.dashboard.templates.JtesourcesGenerated;
import topfive.dashboard.templates.JtestatusGenerated;
import topfive.dashboard.templates.JtetroubleGenerated;
import topfive.dashboard.templates.JtewaitingGenerated;

/** What people read. */
final class Pages {
    private static final String ALL = "all";

    private final Days days;
    private final Settings settings;
    private final InstantSource clock;
    private final Site site;
    private final Assets assets;

    /** How the service is, for the status page. */
    record Health(BooleanSupplier ready, LongSupplier unreadable, IntSupplier listeners) {}

    private final Health health;

    Pages(Days days, Settings settings, InstantSource clock, Site site, Assets assets, Health health) {
        this.days = days;
        this.settings = settings;
        this.clock = clock;
        this.site = site;
        this.assets = assets;
        this.health = health;
    }

    /** To today; to the newest day there is while today has nothing, and on the sample day. */
    Answer home() {
        var today = today();
        var newest =
                days.all(ALL).stream().findFirst().map(held -> held.edition().day());
        var shown = days.of(ALL, today).isPresent() && !settings.sampleDay() ? today : newest.orElse(today);
        return Answer.see("/d/" + shown);
    }

    Answer day(String asked) {
        var day = Day.parse(asked);
        // the offset first: the page may be newer than it says, so that the stream tells too much rather than too
        // little
        var offset = day.map(this::offset).orElse(-1L);
        var held = day.flatMap(found -> days.of(ALL, found));
        if (held.isPresent()) {
            return shown(held.get(), offset);
        }
        if (day.equals(Optional.of(today()))) {
            var frame = frame(Day.heading(today()), "/d/" + today(), day);
            var anyDay = !days.all(ALL).isEmpty();
            return Answer.html(Html.of(out ->
                    JtewaitingGenerated.render(out, null, frame, !health.ready().getAsBoolean(), anyDay)));
        }
        return trouble(404, "No such day", "There is no edition of " + asked + ".");
    }

    private long offset(LocalDate day) {
        return days.events()
                .latest(event -> event.edition().equals(ALL) && event.day().equals(day))
                .map(LiveEvent::offset)
                .orElse(-1L);
    }

    private Answer shown(Held held, long offset) {
        var edition = held.edition();
        var view = DayView.of(held, offset, days.decisions(ALL, edition.day()));
        var frame = frame(view.heading(), "/d/" + edition.day(), Optional.of(edition.day()));
        return Answer.html(Html.of(out -> JtedayGenerated.render(out, null, frame, view)));
    }

    Answer digest(String asked, String form) {
        var held = Day.parse(asked).flatMap(day -> days.of(ALL, day));
        if (held.isEmpty()) {
            return trouble(404, "No such day", "There is no edition of " + asked + ".");
        }
        var edition = held.get().edition();
        var answer = switch (form) {
            case "md" -> Answer.text("text/markdown", Digest.markdown(edition, site.url()));
            case "txt" -> Answer.text("text/plain", Digest.text(edition, site.url()));
            default -> Answer.html(Digest.html(edition, site.url())).with("Content-Security-Policy", Guarded.DIGEST);
        };
        return answer.tagged(held.get().stamp() + "-" + answer.tag().substring(0, 8));
    }

    /** The permanent address of an insight. */
    Answer insight(String clusterId) {
        return days.holding(ALL, clusterId)
                .map(held -> Answer.see("/d/" + held.edition().day() + "#c-" + clusterId))
                .orElseGet(() -> trouble(
                        404,
                        "No such insight",
                        "No edition holds insight " + clusterId + "; it may have been withdrawn."));
    }

    Answer howItWorks() {
        var frame = frame("How it works", "/how-it-works", Optional.empty());
        return Answer.html(Html.of(out -> JtehowGenerated.render(out, null, frame)));
    }

    /** Everything that is read, quiet sources too: who is not heard here cannot be among the five. */
    Answer sources() {
        var frame = frame("Sources", "/sources", Optional.empty());
        var times = new Times(settings.zone(), today());
        var lines = days.sources().stream()
                .map(state -> SourceLine.of(state, times))
                .toList();
        return Answer.html(Html.of(out -> JtesourcesGenerated.render(out, null, frame, lines)));
    }

    Answer problems() {
        var frame = frame("Problems the API names", "/problems", Optional.empty());
        return Answer.html(Html.of(out -> JteproblemsGenerated.render(out, null, frame)));
    }

    Answer status() {
        var frame = frame("Status", "/status", Optional.empty());
        return Answer.html(Html.of(out -> JtestatusGenerated.render(
                out,
                null,
                frame,
                health.ready().getAsBoolean(),
                health.unreadable().getAsLong(),
                health.listeners().getAsInt(),
                days.all(ALL))));
    }

    Answer trouble(int status, String title, String detail) {
        var frame = frame(title, "/", Optional.empty());
        List<LocalDate> known = days.all(ALL).stream()
                .map(Held::edition)
                .map(Edition::day)
                .limit(status == 404 ? 60 : 0)
                .toList();
        return Answer.html(Html.of(out -> JtetroubleGenerated.render(out, null, frame, detail, known)))
                .status(status)
                .with("Cache-Control", "no-store");
    }

    private Frame frame(String title, String path, Optional<LocalDate> shown) {
        var known = days.all(ALL).stream().map(held -> held.edition().day()).toList();
        var from = shown.orElse(LocalDate.MAX);
        var later = known.stream().filter(day -> day.isAfter(from)).toList();
        return new Frame(
                title + " · Topfive",
                "Five insights worth knowing, each with its sources.",
                site.url() + path,
                assets.address("topfive.css"),
                assets.address("live.js"),
                settings.sampleDay(),
                health.ready().getAsBoolean(),
                shown.flatMap(day ->
                        known.stream().filter(other -> other.isBefore(day)).findFirst()),
                today(),
                later.isEmpty() ? Optional.empty() : Optional.of(later.get(later.size() - 1)),
                shown);
    }

    private LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }
}
