package topfive.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code ttl}, {@code skipHours}, {@code skipDays} of RSS 2.0 and the syndication module of RSS 1.0. Nonsense counts as unsaid. */
final class CadenceTags {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Duration LONGEST = Duration.ofDays(366);

    private CadenceTags() {}

    static Cadence of(Tag channel) {
        return new Cadence(ttl(channel), skipHours(channel), skipDays(channel), updateEvery(channel));
    }

    private static Duration ttl(Tag channel) {
        return number(channel.text("ttl"))
                .map(Duration::ofMinutes)
                .map(CadenceTags::capped)
                .orElse(Duration.ZERO);
    }

    /** RSS 0.91 counted the hours from 1 to 24, RSS 2.0 counts from 0: 24 is midnight in both. */
    private static Set<Integer> skipHours(Tag channel) {
        return inside(channel, "skiphours", "hour").stream()
                .flatMap(text -> number(text).stream())
                .filter(hour -> hour <= 24)
                .map(hour -> hour.intValue() % 24)
                .collect(Collectors.toSet());
    }

    private static Set<DayOfWeek> skipDays(Tag channel) {
        return inside(channel, "skipdays", "day").stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .flatMap(name -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> name.length() >= 3 && day.name().startsWith(name)))
                .collect(Collectors.toSet());
    }

    private static List<String> inside(Tag channel, String outer, String inner) {
        return channel.children(outer).stream()
                .flatMap(tag -> tag.children(inner).stream())
                .map(Tag::text)
                .toList();
    }

    private static Duration updateEvery(Tag channel) {
        var period = period(channel.text("sy:updateperiod"));
        long often = number(channel.text("sy:updatefrequency"))
                .filter(times -> times > 0)
                .orElse(1L);
        // a frequency alone means times a day: the module's default period
        return period.isZero() && !channel.text("sy:updatefrequency").isEmpty()
                ? Duration.ofDays(1).dividedBy(often)
                : period.dividedBy(often);
    }

    private static Duration period(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> Duration.ZERO;
        };
    }

    private static Duration capped(Duration stated) {
        return stated.compareTo(LONGEST) > 0 ? LONGEST : stated;
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Long::valueOf);
    }
}
