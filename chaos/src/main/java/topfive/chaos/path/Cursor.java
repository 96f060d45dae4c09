package topfive.chaos.path;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import topfive.chaos.App;
import topfive.chaos.Journal;
import topfive.chaos.point.Feed;
import topfive.chaos.point.Finals;
import topfive.chaos.point.Noon;
import topfive.chaos.point.Point;
import topfive.chaos.point.Site;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Analysis;

/** Ingest dies between the documents it produced and its own note of how far it has come, again and again. */
final class Cursor {
    private static final Point POINT = Point.named("after-produce").orElseThrow();
    private static final int AT_ONCE = 2;
    private static final String TEXT =
            "The weir at Hollin%d turns river water into power for %d homes, because the old mill race was never filled in.";

    private final Path folder;
    private final InstantSource clock;
    private final Journal journal;

    Cursor(Path folder, InstantSource clock, Journal journal) {
        this.folder = folder;
        this.clock = clock;
        this.journal = journal;
    }

    /** @return figures for the summary; what is wrong stands under "wrong" */
    Map<String, Object> run(int crashes, Analysis analysis) throws Exception {
        var days = Noon.days(clock);
        var today = days.at(clock.instant());
        var wrong = new ArrayList<String>();
        var ids = new ArrayList<String>();
        int died = 0;
        try (var feed = Feed.start();
                var site = Site.in(folder, "ingest", days, "ingest: {port: 0}", feed.settings())) {
            for (int crash = 0; crash < crashes; crash++) {
                for (int i = 0; i < AT_ONCE; i++) {
                    ids.add(feed.publish(ids.size(), String.format(Locale.ROOT, TEXT, ids.size(), 100 + ids.size())));
                }
                site.start(POINT.flag(1));
                died += site.died(Site.PATIENCE) ? 1 : 0;
                journal.say("crashed", "times", died);
            }
            site.start();
            noted(site);
            site.app.close();
            try (var processor = App.in(
                    folder.resolve("processor"),
                    "processor",
                    site.address(),
                    "zone: \"" + days.zone() + "\"",
                    "grace: " + days.grace().toSeconds() + "s")) {
                processor.start();
                site.fence(today);
                site.awaitFinal(today);
            }
            var account = Account.of(site.world);
            account.lost(ids).forEach(id -> wrong.add("lost " + id));
            account.doubledInsights().forEach(id -> wrong.add("doubled insight " + id));
            Finals.wrong(site.world, days, analysis).values().forEach(wrong::addAll);
            if (died < crashes) {
                wrong.add("died " + died + " times of " + crashes);
            }
            var figures = new LinkedHashMap<String, Object>();
            figures.put("crashes", died);
            figures.put("documents", ids.size());
            figures.put("records", account.log().size());
            figures.put("twiceInTheLog", account.doubled().size());
            figures.put("insights", account.insights().size());
            figures.put("doubledInsights", account.doubledInsights().size());
            figures.put("wrong", List.copyOf(wrong));
            return figures;
        }
    }

    /** Until it has visited the feed in peace. */
    private static void noted(Site site) throws InterruptedException {
        var end = System.nanoTime() + Site.PATIENCE.toNanos();
        while (System.nanoTime() - end < 0
                && site.world.read(Topics.SOURCES).stream()
                        .noneMatch(record -> Feed.ID.equals(topfive.chaos.World.key(record))
                                && record.value() != null
                                && Json.read(record.value(), topfive.contract.SourceState.class)
                                                .lastFetch()
                                        != null)) {
            Thread.sleep(200);
        }
    }
}
