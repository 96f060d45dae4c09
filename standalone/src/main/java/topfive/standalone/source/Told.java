package topfive.standalone.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.ingest.Rehearsal;
import topfive.ingest.feed.Feed;
import topfive.ingest.fetch.Fetched;
import topfive.standalone.config.SourceEntry;

/** What a visit would bring, for a person. What others wrote reaches the terminal without its control characters. */
public final class Told {
    private static final int FIRST = 3;

    private Told() {}

    /** In one line: what it is called, how much is in it, how new. */
    public static String shortly(Rehearsal visit, Instant now) {
        var words = new ArrayList<String>();
        visit.feed().ifPresent(feed -> {
            words.add(plain(feed.title().isBlank() ? "without a title" : feed.title()));
            if (!feed.language().isBlank()) {
                words.add(plain(feed.language()));
            }
            words.add(counted(feed.items().size(), "item"));
            words.add(visit.newest()
                    .map(moment -> "newest " + Ago.words(moment, now))
                    .orElse("undated"));
        });
        if (visit.feed().isEmpty()) {
            visit.documents().stream().findFirst().ifPresent(document -> words.add(plain(document.title())));
            words.add(counted(visit.documents().size(), "document"));
        }
        return String.join(", ", words);
    }

    /** Line by line: the answer, what was read, the first documents, and why nothing. */
    public static List<String> lines(SourceEntry source, Rehearsal visit, Instant now) {
        var lines = new ArrayList<String>();
        lines.add(line("source", source.id() + "  " + source.kind() + "  " + source.url()));
        lines.add(line("outcome", visit.outcome() + (visit.detail().isEmpty() ? "" : ": " + plain(visit.detail()))));
        visit.answer().ifPresent(answer -> answered(answer, source, lines));
        if (!visit.readAt().equals(source.url())) {
            lines.add(line("feed at", visit.readAt() + "  (the address is a page that names it)"));
        }
        visit.feed().ifPresent(feed -> lines.add(line("feed", shortly(visit, now) + old(feed, visit))));
        lines.add(line("yields", yields(visit)));
        visit.documents().stream().limit(FIRST).forEach(document -> lines.add(line("", of(document, now))));
        visit.unread().stream()
                .limit(FIRST)
                .forEach(letter -> lines.add(line("unread", letter.reason() + ": " + plain(letter.detail()))));
        return lines;
    }

    private static void answered(Fetched answer, SourceEntry source, List<String> lines) {
        if (!(answer instanceof Fetched.Fresh fresh)) {
            return;
        }
        if (fresh.hints().movedTo() != null) {
            lines.add(line("moved", "for good to " + plain(fresh.hints().movedTo())));
        } else if (!fresh.url().equals(source.url())) {
            lines.add(line("redirects", "to " + plain(fresh.url())));
        }
        var validators = new ArrayList<String>();
        if (fresh.validators().etag() != null) {
            validators.add("ETag " + plain(fresh.validators().etag()));
        }
        if (fresh.validators().lastModified() != null) {
            validators.add("Last-Modified " + plain(fresh.validators().lastModified()));
        }
        lines.add(line(
                "answer",
                (fresh.contentType().isEmpty() ? "no content type" : plain(fresh.contentType())) + ", "
                        + size(fresh.body().length)));
        lines.add(line(
                "unchanged",
                validators.isEmpty()
                        ? "cannot be told: no ETag and no Last-Modified, so it is sent whole every time"
                        : "is told by " + String.join(" and ", validators)));
    }

    private static String size(int bytes) {
        return bytes < 10_240 ? bytes + " bytes" : bytes / 1024 + " KiB";
    }

    private static String old(Feed feed, Rehearsal visit) {
        return feed.items().isEmpty() || visit.backlog() == 0
                ? ""
                : "; " + visit.backlog() + " older than a day: backlog, no news on the first visit";
    }

    private static String yields(Rehearsal visit) {
        if (visit.documents().isEmpty()) {
            return "nothing"
                    + visit.feed()
                            .map(feed ->
                                    feed.items().isEmpty() ? ": the feed has no items" : ": none of its items has text")
                            .orElse("");
        }
        int more = visit.documents().size() - FIRST;
        return counted(visit.documents().size(), "document") + (more > 0 ? ", the first " + FIRST + ":" : ":");
    }

    private static String of(Document document, Instant now) {
        int length = document.texts().stream().mapToInt(String::length).sum();
        var when = document.publishedAt() == null ? "undated" : Ago.words(document.publishedAt(), now);
        return String.format(
                Locale.ROOT, "%s  (%s, %,d characters, %s)", plain(document.title()), when, length, what(document));
    }

    private static String what(Document document) {
        var words = switch (document.quality()) {
            case NOTES_ONLY -> "show notes, no transcript";
            case FULL -> document instanceof Episode ? "transcript" : "full text";
            case TEASER -> "teaser";
            case PAYWALLED -> "paywalled";
        };
        return words + (document.backlog() ? ", backlog" : "");
    }

    private static String line(String head, String words) {
        return String.format(Locale.ROOT, "%-10s%s", head, words);
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    public static String plain(String fromOutside) {
        var line = fromOutside
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
