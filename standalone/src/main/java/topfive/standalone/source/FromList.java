package topfive.standalone.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import topfive.ingest.opml.Opml;
import topfive.ingest.opml.Outline;
import topfive.standalone.config.ReadSources;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.config.Values;

/**
 * What a list of subscriptions adds to the sources there are.
 *
 * @param refused one line for each that is not added, and why
 */
public record FromList(List<SourceEntry> sources, List<String> refused) {
    public FromList {
        sources = List.copyOf(sources);
        refused = List.copyOf(refused);
    }

    public static FromList of(Opml list, List<SourceEntry> there) {
        var urls = new HashSet<String>();
        var ids = new HashSet<String>();
        there.forEach(source -> {
            urls.add(source.url());
            ids.add(source.id());
        });
        var added = new ArrayList<SourceEntry>();
        var refused = new ArrayList<String>();
        for (var outline : list.outlines()) {
            if (urls.add(outline.url())) {
                var source = source(outline, ids);
                ids.add(source.id());
                added.add(source);
            } else {
                refused.add(outline.url() + " is there already");
            }
        }
        return new FromList(added, refused);
    }

    private static SourceEntry source(Outline outline, Set<String> taken) {
        var own = outline.own();
        var kind = own.kind().matches("page|episode") ? own.kind() : "feed";
        var title = Told.plain(outline.title());
        boolean keeps = own.id().matches("[^\\s/]{1,100}") && !taken.contains(own.id());
        var id = keeps ? own.id() : SourceId.of(title, outline.url(), taken);
        return new SourceEntry(
                id,
                title.isEmpty() ? id : title,
                outline.url(),
                kind,
                every(own.every(), kind),
                own.owner(),
                own.muted(),
                outline.categories().stream().findFirst().orElse(""));
    }

    /** What is too often for a server of somebody else, or no time at all, is as usual. */
    private static Duration every(String stated, String kind) {
        try {
            var every = stated.isEmpty() ? ReadSources.usually(kind) : Values.duration(stated);
            return every.compareTo(Duration.ofMinutes(10)) < 0 ? ReadSources.usually(kind) : every;
        } catch (DateTimeException | ArithmeticException e) {
            return ReadSources.usually(kind);
        }
    }
}
