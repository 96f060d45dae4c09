package topfive.standalone.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.ingest.Rehearsal;
import topfive.ingest.feed.Feed;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.Nearest;
import topfive.standalone.config.ReadSources;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.config.Values;
import topfive.standalone.source.Entry;
import topfive.standalone.source.Place;
import topfive.standalone.source.SourceId;
import topfive.standalone.source.Told;
import topfive.standalone.source.TryOut;

/** {@code topfive sources add}: looks first, then writes. */
@Command(
        name = "add",
        description = "Looks at an address, says what it finds, and adds it to topfive.yml. A page leads to its feed.")
final class SourcesAdd implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "URL|FOLDER", description = "A feed, a page that names one, or a folder to watch.")
    private String place;

    @Option(names = "--id", paramLabel = "ID", description = "Names it for good; else made of its title or host.")
    private String id;

    @Option(names = "--name", paramLabel = "NAME", description = "What readers know it by; else its title.")
    private String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "feed, page, episode, folder or file; feed unless set.")
    private String kind;

    @Option(names = "--every", paramLabel = "TIME", description = "How often to ask, e.g. 2h; 30m unless set.")
    private String every;

    @Option(names = "--owner", paramLabel = "OWNER", description = "Whom it shares with others; else its domain.")
    private String owner = "";

    @Option(names = "--category", paramLabel = "PATH", description = "For lists of subscriptions, e.g. News/World.")
    private String category = "";

    @Option(names = "--no-check", description = "Add it without looking.")
    private boolean unchecked;

    @Override
    public Integer call() {
        var file = SourcesFile.of(setup);
        var wanted = wanted(file);
        isNew(wanted.url(), file);
        var visit = unchecked ? Optional.<Rehearsal>empty() : Optional.of(look(wanted, file));
        var source = named(wanted, visit, file);
        isNew(source.url(), file);
        var after = new ArrayList<>(file.sources());
        after.add(source);
        file.write(file.text().with(List.of(Entry.yaml(source))), after);
        var world = setup.surroundings();
        visit.ifPresent(seen ->
                world.err().println("found " + Told.shortly(seen, world.clock().instant())));
        world.out().println(source.id() + "  " + source.kind() + "  " + source.url());
        file.tell("added to " + file.path());
        return Exit.OK;
    }

    /** As typed; without an id or a name until somebody has looked. */
    private SourceEntry wanted(SourcesFile file) {
        var found = Place.of(place, setup.surroundings().here(), file.path().getParent());
        var of = kind != null ? kind(kind) : found.kind().isEmpty() ? "feed" : found.kind();
        return new SourceEntry("", "", found.url(), of, every(of), owner, false, category);
    }

    private static String kind(String typed) {
        if (ReadSources.KINDS.contains(typed)) {
            return typed;
        }
        throw Refusal.usage(
                "--kind " + typed + " is none",
                "did you mean " + Nearest.to(typed, ReadSources.KINDS).orElse("feed") + "?");
    }

    private Duration every(String of) {
        try {
            return every == null ? ReadSources.usually(of) : Values.duration(every);
        } catch (DateTimeException e) {
            throw Refusal.usage("--every " + every + " is no time", "expected e.g. 30m, 2h or 1d");
        }
    }

    private static void isNew(String url, SourcesFile file) {
        file.sources().stream()
                .filter(source -> source.url().equals(url))
                .findFirst()
                .ifPresent(source -> {
                    throw Refusal.failed(
                            url + " is there already, as " + source.id(),
                            "see it with: topfive sources test " + source.id());
                });
    }

    private Rehearsal look(SourceEntry wanted, SourcesFile file) {
        var asked = new SourceEntry("look", "", wanted.url(), wanted.kind(), wanted.every(), "");
        var visit = TryOut.of(asked, 0, file.configuration(), setup.surroundings());
        if (visit.outcome().equals("fetched")) {
            return visit;
        }
        var what = wanted.url() + ": " + Told.plain(visit.detail()) + "; nothing was added";
        var remedy = wanted.kind().equals("feed") && TryOut.wasAnswered(visit)
                ? "--kind page reads the page itself, --kind episode a transcript"
                : TryOut.remedy(visit) + "; --no-check adds it all the same";
        throw TryOut.wasAnswered(visit) ? Refusal.failed(what, remedy) : Refusal.unreachable(what, remedy, null);
    }

    private SourceEntry named(SourceEntry wanted, Optional<Rehearsal> visit, SourcesFile file) {
        var taken = file.sources().stream().map(SourceEntry::id).toList();
        if (id != null && taken.contains(id)) {
            throw Refusal.failed("there is a source " + id + " already", "choose another --id");
        }
        var title = Told.plain(visit.flatMap(Rehearsal::feed).map(Feed::title).orElse(""));
        var url = visit.map(Rehearsal::readAt).orElse(wanted.url());
        var chosen = id != null ? id : SourceId.of(name != null ? name : title, url, taken);
        var shown = name != null ? name : title.isEmpty() ? chosen : title;
        return new SourceEntry(
                chosen, shown, url, wanted.kind(), wanted.every(), wanted.owner(), false, wanted.category());
    }
}
