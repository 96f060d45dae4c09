package topfive.standalone.config;

import java.time.Duration;

/**
 * One entry of {@code sources} in topfive.yml.
 *
 * @param kind {@code feed}, {@code page}, {@code episode}, {@code folder} or {@code file}
 * @param owner "" where it follows from the address
 * @param muted kept, but not fetched
 * @param category where a list of subscriptions has it, e.g. {@code News/World}; "" for none
 */
public record SourceEntry(
        String id, String name, String url, String kind, Duration every, String owner, boolean muted, String category) {
    public SourceEntry(String id, String name, String url, String kind, Duration every, String owner) {
        this(id, name, url, kind, every, owner, false, "");
    }

    public boolean isLocal() {
        return kind.equals("folder") || kind.equals("file");
    }

    public SourceEntry muted(boolean now) {
        return new SourceEntry(id, name, url, kind, every, owner, now, category);
    }
}
