package topfive.ingest.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import topfive.contract.Json;
import topfive.ingest.text.Tidy;

/** What a feed says, in the shape of the expected files. */
final class Said {
    private Said() {}

    static ObjectNode of(Feed feed) {
        var said = Json.MAPPER.createObjectNode();
        said.put("whole", feed.whole());
        said.put("title", feed.title());
        said.put("headline", Plain.title(feed.title()));
        said.put("link", feed.link());
        said.put("summary", feed.summary());
        said.put("id", feed.id());
        said.put("language", feed.language());
        said.put("author", feed.author());
        said.put("rights", feed.rights());
        date(said, "published", feed.published());
        date(said, "updated", feed.updated());
        list(said, "hubs", feed.elsewhere().hubs().stream());
        said.put("self", feed.self().orElse(""));
        said.put("movedTo", feed.movedTo().orElse(""));
        var cadence = said.putObject("cadence");
        cadence.put("ttl", feed.cadence().ttl().toString());
        feed.cadence().skipHours().forEach(cadence.putArray("skipHours")::add);
        list(cadence, "skipDays", feed.cadence().skipDays().stream().map(Enum::name));
        cadence.put("updateEvery", feed.cadence().updateEvery().toString());
        var show = said.putObject("show");
        show.put("guid", feed.show().guid());
        show.put("medium", feed.show().medium());
        list(show, "persons", feed.show().persons().stream().map(person -> person.name() + " (" + person.role() + ")"));
        var items = said.putArray("items");
        feed.items().forEach(item -> item(items.addObject(), item));
        return said;
    }

    private static void item(ObjectNode said, Feed.Item item) {
        said.put("title", item.title());
        said.put("headline", item.headline());
        said.put("link", item.link());
        said.put("id", item.id());
        said.put("identity", new Identities(java.util.Set.of(), "").of(item));
        said.put("summary", item.summary());
        list(said, "contents", item.contents().stream());
        said.put("fullest", item.fullest());
        said.put("text", Tidy.line(org.jsoup.Jsoup.parse(item.fullest()).text()));
        date(said, "published", item.published());
        date(said, "updated", item.updated());
        date(said, "created", item.created());
        said.put("writer", item.writer());
        said.put("language", item.language());
        list(said, "tags", item.tags().stream());
        list(
                said,
                "enclosures",
                item.enclosures().stream().map(file -> file.href() + " " + file.type() + " " + file.length()));
        said.put("episode", item.isEpisode());
        said.put("audio", item.audio());
        said.put("cut", item.cut());
        var broadcast = item.broadcast();
        said.put("duration", broadcast.duration().map(Object::toString).orElse(""));
        said.put("season", broadcast.season());
        said.put("number", broadcast.number());
        said.put("chaptersUrl", broadcast.chaptersUrl());
        list(said, "chapters", broadcast.chapters().stream().map(chapter -> chapter.startMs() + " " + chapter.title()));
        list(said, "persons", broadcast.persons().stream().map(person -> person.name() + " (" + person.role() + ")"));
        list(
                said,
                "transcripts",
                item.transcripts().stream().map(link -> link.url() + " " + link.type() + " " + link.language()));
        list(
                said,
                "soundbites",
                broadcast.soundbites().stream()
                        .map(bite -> bite.startMs() + " " + bite.durationMs() + " " + bite.title()));
    }

    private static void list(ObjectNode said, String field, Stream<String> values) {
        var array = said.putArray(field);
        values.forEach(array::add);
    }

    private static void date(ObjectNode said, String field, Optional<OffsetDateTime> date) {
        said.put(
                field,
                date.map(found -> found.toInstant()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString())
                        .orElse(""));
    }
}
