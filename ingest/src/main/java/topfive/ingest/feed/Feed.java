package topfive.ingest.feed;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/**
 * A feed of any format. Text stands as the feed has it: titles and texts may hold markup.
 *
 * @param whole false where the file ends before its end: the items read so far are here, {@link Item#cut} marks the broken one
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
        List<Item> items) {

    public Feed {
        items = List.copyOf(items);
    }

    /**
     * @param id the guid, or ""
     * @param contents full texts, where the feed carries them
     * @param cut the file ends inside this item
     */
    public record Item(
            String title,
            String link,
            String id,
            String summary,
            List<String> contents,
            Optional<OffsetDateTime> published,
            Optional<OffsetDateTime> updated,
            Optional<OffsetDateTime> created,
            String author,
            String language,
            List<Enclosure> enclosures,
            List<String> tags,
            List<TranscriptLink> transcripts,
            List<String> persons,
            boolean cut) {
        private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
        private static final Pattern NAME_AND_MAIL = Pattern.compile("(.+?)\\s*[(<]\\S+@\\S+[)>]");

        public Item {
            contents = List.copyOf(contents);
            enclosures = List.copyOf(enclosures);
            tags = List.copyOf(tags);
            transcripts = List.copyOf(transcripts);
            persons = List.copyOf(persons);
        }

        /** The name without the address that RSS wants beside it. */
        public String writer() {
            for (var pattern : List.of(MAIL_AND_NAME, NAME_AND_MAIL)) {
                var matcher = pattern.matcher(author.strip());
                if (matcher.matches()) {
                    return Tidy.line(matcher.group(1));
                }
            }
            return author.contains("@")
                    ? ""
                    : Tidy.line(org.jsoup.Jsoup.parse(author).text());
        }

        public String headline() {
            return Tidy.line(org.jsoup.Jsoup.parse(title).text());
        }

        /** The longest of what the item carries, as HTML. */
        public String fullest() {
            var best = summary;
            for (var content : contents) {
                best = content.length() > best.length() ? content : best;
            }
            return best;
        }

        public boolean isEpisode() {
            return !transcripts.isEmpty()
                    || enclosures.stream()
                            .anyMatch(enclosure -> enclosure.type().startsWith("audio/")
                                    || enclosure.href().matches("(?i).*\\.(?:mp3|m4a|ogg|opus|aac|wav)(?:\\?.*)?"));
        }

        public String audio() {
            return enclosures.stream()
                    .filter(enclosure -> !enclosure.type().startsWith("image/"))
                    .map(Enclosure::href)
                    .findFirst()
                    .orElse("");
        }
    }

    public record Enclosure(String href, String type, String length) {}

    /** @param type as the feed says it; the text is sniffed all the same */
    public record TranscriptLink(String url, String type, String language) {}
}
