package topfive.ingest.feed;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A feed of any format. Text stands as the feed has it: titles and texts may hold markup.
 *
 * @param whole false where the file ends before its end: the items read so far are here, {@link Item#cut} marks the broken one
 * @param cadence when it wants to be read
 * @param elsewhere where else it can be had
 * @param show what podcast namespaces say of the whole
 */
public record Feed(
        String title,
        String link,
        String summary,
        String id,
        String language,
        String author,
        String rights,
        Optional<OffsetDateTime> published,
        Optional<OffsetDateTime> updated,
        boolean whole,
        List<Item> items,
        Cadence cadence,
        Elsewhere elsewhere,
        Show show) {

    /** The same feed with some of its items. */
    public Feed only(Predicate<Item> wanted) {
        return new Feed(
                title,
                link,
                summary,
                id,
                language,
                author,
                rights,
                published,
                updated,
                whole,
                items.stream().filter(wanted).toList(),
                cadence,
                elsewhere,
                show);
    }

    public Feed {
        items = List.copyOf(items);
    }

    /** Where it says that it can be pushed from (WebSub), absolute; the first of several. */
    public Optional<String> hub() {
        return elsewhere.hubs().stream().findFirst();
    }

    /** The address it has for itself, absolute: the topic to subscribe to at the hub. */
    public Optional<String> self() {
        return elsewhere.self();
    }

    /** Where its owner says that it has gone ({@code itunes:new-feed-url}), absolute. */
    public Optional<String> movedTo() {
        return elsewhere.movedTo();
    }

    public record Elsewhere(List<String> hubs, Optional<String> self, Optional<String> movedTo) {
        public Elsewhere {
            hubs = List.copyOf(hubs);
        }
    }

    /**
     * @param guid {@code podcast:guid}: the same show at every address
     * @param medium {@code podcast:medium}, e.g. {@code podcast}; "" where unsaid
     */
    public record Show(String guid, String medium, List<Person> persons) {
        public static final Show NONE = new Show("", "", List.of());

        public Show {
            persons = List.copyOf(persons);
        }
    }

    /**
     * One item.
     *
     * @param id the guid, or ""
     * @param summary what it calls its summary, else its description
     * @param contents full texts, where the feed carries them
     * @param others further texts: what namespaces say once more
     * @param authors names as written, each with the address that may stand beside it
     * @param cut the file ends inside this item
     */
    public record Item(
            String title,
            String link,
            String id,
            String summary,
            List<String> contents,
            List<String> others,
            Optional<OffsetDateTime> published,
            Optional<OffsetDateTime> updated,
            Optional<OffsetDateTime> created,
            List<String> authors,
            String language,
            List<Enclosure> enclosures,
            List<String> tags,
            Broadcast broadcast,
            boolean cut) {

        public Item {
            contents = List.copyOf(contents);
            others = List.copyOf(others);
            authors = List.copyOf(authors);
            enclosures = List.copyOf(enclosures);
            tags = List.copyOf(tags);
        }

        /** The first of the authors as the feed writes it, "" where there is none. */
        public String author() {
            return authors.isEmpty() ? "" : authors.get(0);
        }

        /** The names without the addresses that RSS wants beside them. */
        public String writer() {
            return String.join(
                    ", ",
                    authors.stream()
                            .map(Plain::name)
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList());
        }

        public String headline() {
            return Plain.title(title);
        }

        /** The one with the most words of what the item carries, as HTML. */
        public String fullest() {
            return Plain.longest(summary, contents, others);
        }

        public boolean isEpisode() {
            return !transcripts().isEmpty()
                    || enclosures.stream().anyMatch(Enclosure::isAudio)
                    || broadcast.duration().isPresent()
                            && enclosures.stream().anyMatch(file -> file.type().startsWith("video/"));
        }

        public List<TranscriptLink> transcripts() {
            return broadcast.transcripts();
        }

        /** The recording, "" where there is none. */
        public String audio() {
            return enclosures.stream()
                    .filter(enclosure -> !enclosure.type().startsWith("image/"))
                    .map(Enclosure::href)
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * What podcast namespaces say of an item.
     *
     * @param season, number as written, "" where unsaid
     * @param persons with their roles: who may be speaking
     * @param chaptersUrl of a chapters file, "" where there is none
     * @param chapters those that stand in the feed itself
     */
    public record Broadcast(
            Optional<Duration> duration,
            String season,
            String number,
            List<Person> persons,
            List<TranscriptLink> transcripts,
            String chaptersUrl,
            List<Chapter> chapters,
            List<Soundbite> soundbites) {
        public static final Broadcast NONE =
                new Broadcast(Optional.empty(), "", "", List.of(), List.of(), "", List.of(), List.of());

        public Broadcast {
            persons = List.copyOf(persons);
            transcripts = List.copyOf(transcripts);
            chapters = List.copyOf(chapters);
            soundbites = List.copyOf(soundbites);
        }
    }

    /** @param type in lower case, as the feed says it */
    public record Enclosure(String href, String type, String length) {
        public boolean isAudio() {
            return type.startsWith("audio/") || MediaAddress.isAudio(href);
        }
    }

    /** @param type as the feed says it; the text is sniffed all the same */
    public record TranscriptLink(String url, String type, String language) {}

    /** @param role in lower case, {@code host} where the feed does not say */
    public record Person(String name, String role) {}

    public record Chapter(long startMs, String title) {}

    /** A passage that the makers think worth hearing. */
    public record Soundbite(long startMs, long durationMs, String title) {}
}
