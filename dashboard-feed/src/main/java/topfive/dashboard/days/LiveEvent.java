package topfive.dashboard.days;

import java.time.LocalDate;

/**
 * A record of topfive.live.v1.
 *
 * @param json the bytes of the edition; null where it was withdrawn
 */
public record LiveEvent(long offset, String edition, LocalDate day, byte[] json) {
    /** @param key edition/day */
    static LiveEvent of(long offset, String key, byte[] json) {
        var slash = key.lastIndexOf('/');
        return new LiveEvent(offset, key.substring(0, slash), LocalDate.parse(key.substring(slash + 1)), json);
    }

    int size() {
        return json == null ? 0 : json.length;
    }
}
