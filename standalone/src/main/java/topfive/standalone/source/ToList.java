package topfive.standalone.source;

import java.util.List;
import topfive.ingest.opml.Outline;
import topfive.standalone.config.ReadSources;
import topfive.standalone.config.SourceEntry;

/** A source as other programs know it, with what only Topfive knows beside. */
public final class ToList {
    private ToList() {}

    public static Outline outline(SourceEntry source) {
        var every = source.every().equals(ReadSources.usually(source.kind())) ? "" : Entry.text(source.every());
        return new Outline(
                source.name(),
                source.url(),
                "",
                source.category().isEmpty() ? List.of() : List.of(source.category()),
                "",
                new Outline.Own(source.id(), source.kind(), every, source.owner(), source.muted()));
    }
}
