package topfive.dashboard.web;

import java.util.Optional;
import topfive.dashboard.days.Days;
import topfive.dashboard.feed.Atom;
import topfive.dashboard.feed.Channel;
import topfive.dashboard.feed.FeedsOfDays;
import topfive.dashboard.feed.JsonFeed;
import topfive.dashboard.feed.Rss;

/** What feed readers read: {@code top.rss}, {@code daily.atom} and so on. */
final class Feeds {
    private final Days days;
    private final Site site;

    Feeds(Days days, Site site) {
        this.days = days;
        this.site = site;
    }

    /** @param name with its ending; empty where there is no such feed */
    Optional<Answer> named(String name) {
        var dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return channel(name.substring(0, dot))
                .flatMap(channel -> written(channel, name.substring(dot + 1))
                        .map(answer -> answer.modified(channel.updated()).with("Access-Control-Allow-Origin", "*")));
    }

    private Optional<Channel> channel(String name) {
        var all = days.all("all");
        return switch (name) {
            case "top" -> Optional.of(FeedsOfDays.insights(all, site.url()));
            case "daily" -> Optional.of(FeedsOfDays.days(all, site.url()));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> written(Channel channel, String form) {
        return switch (form) {
            case "rss" -> Optional.of(Answer.text("application/rss+xml", Rss.write(channel)));
            case "atom" -> Optional.of(Answer.text("application/atom+xml", Atom.write(channel)));
            case "json" ->
                Optional.of(new Answer(200, "application/feed+json", JsonFeed.write(channel), java.util.Map.of()));
            default -> Optional.empty();
        };
    }
}
