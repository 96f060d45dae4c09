package topfive.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A spoken text: {@link Document} with turns and chapters.
 *
 * @param audioUrl the recording, or null; a quote links to it with its second
 */
@JsonPropertyOrder({"schemaVersion"})
public record Episode(
        int schemaVersion,
        String id,
        String contentHash,
        int revision,
        Source source,
        String url,
        String title,
        String author,
        Instant publishedAt,
        Instant fetchedAt,
        String language,
        Quality quality,
        boolean backlog,
        boolean truncated,
        String audioUrl,
        List<Turn> turns,
        List<Chapter> chapters)
        implements Document {

    public Episode {
        Objects.requireNonNull(id, "document id");
        Objects.requireNonNull(contentHash, "contentHash of document " + id);
        Objects.requireNonNull(source, "source of document " + id);
        Objects.requireNonNull(fetchedAt, "fetchedAt of document " + id);
        Objects.requireNonNull(language, "language of document " + id);
        Objects.requireNonNull(quality, "quality of document " + id);
        title = title == null ? "" : title;
        turns = turns == null ? List.of() : List.copyOf(turns);
        chapters = chapters == null ? List.of() : List.copyOf(chapters);
    }

    @Override
    public List<String> texts() {
        return turns.stream().map(Turn::text).toList();
    }

    /**
     * What one speaker says without a break; one block.
     *
     * @param speaker null where unknown
     * @param startMs milliseconds from the start of the recording, null where unknown
     * @param marks where in the text a later moment begins, ascending; lets a quote in a long turn link to its own second
     */
    public record Turn(String speaker, Long startMs, Long endMs, String text, Kind kind, List<Mark> marks) {
        public Turn {
            Objects.requireNonNull(text, "text of a turn");
            kind = kind == null ? Kind.SPEECH : kind;
            marks = marks == null ? List.of() : List.copyOf(marks);
        }

        /** The moment at which the character at this offset is spoken, as nearly as the transcript says; null where it says nothing. */
        public Long at(int offset) {
            Long at = startMs;
            for (var mark : marks) {
                if (mark.offset() > offset) {
                    break;
                }
                at = mark.startMs();
            }
            return at;
        }
    }

    /** From this offset of the turn's text on, the words are spoken at this moment or later. */
    public record Mark(int offset, long startMs) {}

    public record Chapter(long startMs, String title) {}

    public enum Kind {
        @JsonProperty("speech")
        SPEECH,
        @JsonProperty("ad")
        AD,
        /** Opening, closing and the like: what every episode says. */
        @JsonProperty("intro")
        INTRO
    }
}
