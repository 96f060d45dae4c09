package topfive.ingest.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** ISO 8601 in its basic and extended forms, days of the year and of the week included; RFC 3339 and W3CDTF are parts of it. */
final class IsoDate {
    private static final String TIME =
            "(?:(?:t|,?\\s)\\s*(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,12})?)?)?\\s?([^\\d:.,\\s].*)?";
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?|-(\\d{1,2})-(\\d{1,2}))?" + TIME);
    private static final Pattern OF_YEAR = Pattern.compile("(\\d{4})-(\\d{3})" + TIME);
    private static final Pattern OF_WEEK = Pattern.compile("(\\d{4})-?w(\\d{2})(?:-?([1-7]))?" + TIME);
    private static final Pattern DIGITS = Pattern.compile("(\\d{8})(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SHORT = Pattern.compile("(?:(\\d{2})-(\\d{2})-(\\d{2})|-(\\d{2})-?(\\d{2}))");
    private static final Pattern TWICE =
            Pattern.compile("(.*[+-]\\d{2}:?\\d{2})\\s?\\[[^\\[\\]]*]|(.*)\\[([^\\[\\]]*)]");

    private IsoDate() {}

    /** @param text in lower case */
    static Optional<OffsetDateTime> read(String text) {
        var stated = unbracketed(text);
        return match(OF_YEAR, stated)
                .flatMap(m -> timed(LocalDate.ofYearDay(number(m, 1), number(m, 2, 1)), m, 3))
                .or(() -> match(DAY, stated)
                        .flatMap(m -> m.group(4) == null
                                ? timed(LocalDate.of(number(m, 1), number(m, 2, 1), number(m, 3, 1)), m, 6)
                                : timed(LocalDate.of(number(m, 1), number(m, 4, 1), number(m, 5, 1)), m, 6)))
                .or(() -> match(OF_WEEK, stated).flatMap(m -> timed(ofWeek(m), m, 4)))
                .or(() -> match(DIGITS, stated)
                        .flatMap(m -> read(m.group(1) + "t" + m.group(2) + m.group(3) + m.group(4))))
                .or(() -> match(SHORT, stated).flatMap(IsoDate::ofShort));
    }

    /** Java writes the zone behind the offset, in brackets. */
    private static String unbracketed(String text) {
        var matcher = TWICE.matcher(text);
        if (!text.endsWith("]") || !matcher.matches()) {
            return text;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2) + " " + matcher.group(3);
    }

    private static LocalDate ofWeek(MatchResult m) {
        return LocalDate.of(number(m, 1), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, 2))
                .with(java.time.DayOfWeek.of(number(m, 3, 1)));
    }

    /** ISO 8601:1988 could leave out the century. */
    private static Optional<OffsetDateTime> ofShort(MatchResult m) {
        var day = m.group(1) != null
                ? LocalDate.of(Dates.year(m.group(1)), number(m, 2), number(m, 3))
                : LocalDate.of(Dates.year(m.group(4)), number(m, 5), 1);
        return Zones.at(day.atStartOfDay(), "");
    }

    private static Optional<OffsetDateTime> timed(LocalDate day, MatchResult m, int hour) {
        var zone = m.group(hour + 3) == null ? "" : m.group(hour + 3);
        return Zones.at(Dates.at(day, number(m, hour, 0), number(m, hour + 1, 0), number(m, hour + 2, 0)), zone);
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int number(MatchResult match, int group, int absent) {
        return match.group(group) == null ? absent : number(match, group);
    }
}
