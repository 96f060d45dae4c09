package topfive.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A written text: {@link Document} with paragraphs. */
@JsonPropertyOrder({"schemaVersion"})
public record Article(
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
        List<Paragraph> paragraphs)
        implements Document {

    public Article {
        Objects.requireNonNull(id, "document id");
        Objects.requireNonNull(contentHash, "contentHash of document " + id);
        Objects.requireNonNull(source, "source of document " + id);
        Objects.requireNonNull(fetchedAt, "fetchedAt of document " + id);
        Objects.requireNonNull(language, "language of document " + id);
        Objects.requireNonNull(quality, "quality of document " + id);
        title = title == null ? "" : title;
        paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
    }

    @Override
    public List<String> texts() {
        return paragraphs.stream().map(Paragraph::text).toList();
    }

    /** One block of an article. Only {@link Kind#TEXT}, {@link Kind#ITEM} and {@link Kind#QUOTE} can hold a claim. */
    public record Paragraph(String text, Kind kind) {
        public Paragraph {
            Objects.requireNonNull(text, "text of a paragraph");
            kind = kind == null ? Kind.TEXT : kind;
        }

        public static Paragraph of(String text) {
            return new Paragraph(text, Kind.TEXT);
        }
    }

    public enum Kind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("heading")
        HEADING,
        @JsonProperty("item")
        ITEM,
        @JsonProperty("quote")
        QUOTE
    }
}
