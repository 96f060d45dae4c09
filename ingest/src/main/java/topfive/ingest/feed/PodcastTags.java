package topfive.ingest.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/** The {@code itunes} and {@code podcast} (Podcasting 2.0) namespaces and Podlove's simple chapters. */
final class PodcastTags {
    /** Seconds, mm:ss or hh:mm:ss, each with a fraction or without. */
    private static final Pattern CLOCK =
            Pattern.compile("(?:(?:(\\d{1,4}):)?(\\d{1,5}):)?(\\d{1,7})(?:[.,](\\d{1,3})\\d{0,6})?");

    private PodcastTags() {}

    static Feed.Show show(Tag channel) {
        return new Feed.Show(channel.text("podcast:guid"), channel.text("podcast:medium"), persons(channel));
    }

    static Feed.Broadcast broadcast(Tag item) {
        var chapters = item.children("podcast:chapters").stream()
                .map(tag -> tag.web(tag.attr("url")))
                .findFirst();
        return new Feed.Broadcast(
                clock(item.text("itunes:duration")).map(Duration::ofMillis),
                item.text("podcast:season", "itunes:season"),
                item.text("podcast:episode", "itunes:episode"),
                persons(item),
                transcripts(item),
                chapters.orElse(""),
                chapters(item),
                soundbites(item));
    }

    /** Milliseconds; empty where it is no time. */
    static Optional<Long> clock(String text) {
        var matcher = CLOCK.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long seconds = number(matcher.group(1)) * 3600 + number(matcher.group(2)) * 60 + number(matcher.group(3));
        var fraction = matcher.group(4) == null ? "" : matcher.group(4);
        return Optional.of(seconds * 1000 + number((fraction + "000").substring(0, 3)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static List<Feed.Person> persons(Tag parent) {
        return parent.children("podcast:person").stream()
                .map(tag ->
                        new Feed.Person(Tidy.line(tag.text()), tag.attr("role").isEmpty() ? "host" : tag.word("role")))
                .filter(person -> !person.name().isEmpty())
                .toList();
    }

    private static List<Feed.TranscriptLink> transcripts(Tag item) {
        return item.children("podcast:transcript").stream()
                .filter(tag -> !tag.web(tag.attr("url")).isEmpty())
                .map(tag -> new Feed.TranscriptLink(
                        tag.web(tag.attr("url")), tag.word("type").replaceFirst("\\s*;.*", ""), language(tag)))
                .toList();
    }

    private static String language(Tag tag) {
        return tag.attr("language").replace('_', '-');
    }

    /** A second list of chapters is a mistake: the first counts. */
    private static List<Feed.Chapter> chapters(Tag item) {
        var found = new ArrayList<Feed.Chapter>();
        item.children("psc:chapters").stream()
                .limit(1)
                .flatMap(list -> list.children("psc:chapter").stream())
                .forEach(tag -> clock(tag.attr("start"))
                        .ifPresent(start -> found.add(new Feed.Chapter(start, Plain.title(tag.attr("title"))))));
        found.sort(java.util.Comparator.comparing(Feed.Chapter::startMs));
        return found;
    }

    private static List<Feed.Soundbite> soundbites(Tag item) {
        var found = new ArrayList<Feed.Soundbite>();
        item.children("podcast:soundbite")
                .forEach(tag -> clock(tag.word("starttime"))
                        .ifPresent(start -> clock(tag.word("duration"))
                                .ifPresent(length ->
                                        found.add(new Feed.Soundbite(start, length, Plain.title(tag.text()))))));
        return found;
    }
}
