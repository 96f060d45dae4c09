package topfive.ingest;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * A source as the operator names it.
 *
 * @param kind {@code feed}, {@code page}, {@code episode}, {@code folder} or {@code file}
 * @param every null: on the schedule's default
 * @param owner "" means the registrable domain of the address
 * @param muted kept, but not fetched
 */
public record Subscription(
        String id, String name, String url, String kind, Duration every, String owner, boolean muted) {
    public Subscription(String id, String name, String url, String kind, Duration every, String owner) {
        this(id, name, url, kind, every, owner, false);
    }

    public Subscription {
        Objects.requireNonNull(id, "id of a source");
        Objects.requireNonNull(url, "url of source " + id);
        name = name == null || name.isBlank() ? id : name;
        owner = owner == null ? "" : owner;
        kind = kind == null ? "feed" : kind.toLowerCase(Locale.ROOT);
        if (!kind.matches("feed|page|episode|folder|file")) {
            throw new IllegalArgumentException(
                    "source " + id + ": kind " + kind + "; expected feed, page, episode, folder or file");
        }
    }

    boolean isLocal() {
        return kind.equals("folder") || kind.equals("file");
    }
}
