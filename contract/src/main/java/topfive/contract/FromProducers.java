package topfive.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What stands in {@code topfive.documents.v1}: documents, and the fences that close a day. Told apart by {@code "type"}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Article.class, name = "article"),
    @JsonSubTypes.Type(value = Episode.class, name = "episode"),
    @JsonSubTypes.Type(value = Fence.class, name = "fence")
})
public sealed interface FromProducers permits Document, Fence {
    int schemaVersion();
}
