package topfive.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.days.Days;
import topfive.dashboard.days.Held;

/** What programs read. An edition is given byte for byte as it stands on the topic. */
final class Api {
    private final Days days;
    private final Pages.Health health;

    Api(Days days, Pages.Health health) {
        this.days = days;
        this.health = health;
    }

    /** One line of the list of days. */
    record Listed(
            LocalDate day,
            String edition,
            String zone,
            Edition.Status status,
            int revision,
            Instant updatedAt,
            Instant closesAt,
            int insights,
            String url) {
        static Listed of(Edition edition) {
            return new Listed(
                    edition.day(),
                    edition.edition(),
                    edition.zone(),
                    edition.status(),
                    edition.revision(),
                    edition.updatedAt(),
                    edition.closesAt(),
                    edition.insights().size(),
                    "/api/v1/days/" + edition.day() + "?edition=" + edition.edition());
        }
    }

    Answer list(String edition) {
        return Answer.json(Map.of("days", listed(edition)));
    }

    private List<Listed> listed(String edition) {
        return days.all(edition).stream().map(Held::edition).map(Listed::of).toList();
    }

    /** @param revision the only one that will do; null for the latest */
    Answer day(String asked, String edition, String revision) {
        var day = Day.parse(asked);
        if (day.isEmpty()) {
            return Problem.of(400, "bad-request", "Not understood", "a day is written YYYY-MM-DD, got " + asked)
                    .answer();
        }
        var held = days.of(edition, day.get());
        if (held.isEmpty()) {
            return Problem.of(404, "unknown-day", "No such day", "no edition " + edition + " of " + asked)
                    .with("days", listed(edition).stream().map(Listed::day).toList())
                    .answer();
        }
        return revision == null ? of(held.get()) : pinned(held.get(), revision);
    }

    private static Answer of(Held held) {
        return Answer.json(held.json()).tagged(held.stamp());
    }

    /** A closed revision never changes; the day may get another one. */
    private static Answer pinned(Held held, String revision) {
        var edition = held.edition();
        if (!revision.equals("" + edition.revision())) {
            var detail = "revision " + revision + " of " + edition.day() + " is not held";
            return Problem.of(404, "unknown-revision", "No such revision", detail)
                    .with("revision", edition.revision())
                    .answer();
        }
        return edition.status() == Edition.Status.FINAL ? of(held).forEver() : of(held);
    }

    /** One insight with its day, and its decision where the day is closed. */
    Answer insight(String clusterId, String edition) {
        return days.holding(edition, clusterId)
                .flatMap(held -> found(held, clusterId))
                .map(Answer::json)
                .orElseGet(() -> Problem.of(
                                404, "unknown-insight", "No such insight", "no edition holds insight " + clusterId)
                        .answer());
    }

    private Optional<Map<String, Object>> found(Held held, String clusterId) {
        var edition = held.edition();
        return edition.insights().stream()
                .filter(insight -> Days.named(insight, clusterId))
                .findFirst()
                .map(insight -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("day", edition.day());
                    json.put("edition", edition.edition());
                    json.put("status", edition.status());
                    json.put("revision", edition.revision());
                    json.put("insight", insight);
                    json.put(
                            "decision",
                            days.decisions(edition.edition(), edition.day()).get(insight.clusterId()));
                    return json;
                });
    }

    Answer status() {
        var json = new LinkedHashMap<String, Object>();
        json.put("ready", health.ready().getAsBoolean());
        json.put("unreadableRecords", health.unreadable().getAsLong());
        json.put("listeners", health.listeners().getAsInt());
        json.put("lastOffset", days.events().last());
        json.put("days", listed("all"));
        return Answer.json(Json.bytes(json));
    }
}
