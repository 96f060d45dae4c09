package topfive.ingest.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date in words and numbers, in whatever order: the time is found by its form, then the zone behind it; what is left must be a day and
 * words that say nothing. One word too many, and it is no date.
 */
final class WrittenDate {
    private static final Pattern TIME =
            Pattern.compile("(?:(오전|오후|午前|午後|上午|下午)\\s?)?(?<![\\d:.+-])(\\d{1,2})\\s?[:h時时点시]\\s?(\\d{2})"
                    + "(?:\\s?[:分분]\\s?(\\d{2})(?:[.,]\\d{1,9})?)?(?![\\d:])[分분秒초]?(?:\\s?([ap])\\.?\\s?m\\b\\.?)?");
    private static final Pattern HOUR = Pattern.compile("()(?<![\\d:.+-])(\\d{1,2})()()\\s?([ap])\\.?m\\b\\.?");
    private static final Pattern DOTTED =
            Pattern.compile("(?<=\\d{4}[\\s,–-]{1,3}(?:kl\\.? ?|um )?)()(\\d{1,2})\\.(\\d{2})(?![\\d.])()()");
    private static final Pattern OFFSET = Pattern.compile(
            "(?:gmt|utc?)?\\s?[+-]\\s?(?:\\d{1,2}:\\d{2}|\\d{3,4}|\\d{1,2})(?![\\d:])(?:\\s?(?:gmt|utc)\\b)?");
    private static final Pattern REGION = Pattern.compile("[a-z]+/[a-z_]+(?:/[a-z_]+)?");
    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)");
    private static final Pattern TOKEN = Pattern.compile("\\d+|[\\p{L}\\p{M}ªº]+|[^\\s\\d\\p{L}\\p{M}]");
    private static final String POINTS = "-/.,|:–—·";

    private WrittenDate() {}

    /** @param stated in lower case */
    static Optional<OffsetDateTime> read(String stated) {
        var text = BRACKETED.matcher(stated).replaceAll(" ");
        for (var form : List.of(TIME, HOUR, DOTTED)) {
            var time = form.matcher(text);
            if (time.find()) {
                int hour = hour(time.group(2), time.group(1), time.group(5));
                int minute = number(time.group(3));
                int second = number(time.group(4));
                var rest = zoned(text.substring(time.end()));
                return day(text.substring(0, time.start()) + " " + rest.words(), rest.zone())
                        .flatMap(day -> Zones.at(Dates.at(day, hour, minute, second), zone(rest.zone(), text)));
            }
        }
        return day(text, "").flatMap(day -> Zones.at(day.atStartOfDay(), zone("", text)));
    }

    /** Korean is written in one country. */
    private static String zone(String stated, String text) {
        return stated.isEmpty() && (text.contains("년") || text.contains("오전") || text.contains("오후")) ? "kst" : stated;
    }

    private static int hour(String digits, String before, String after) {
        int hour = Integer.parseInt(digits);
        var half = after == null || after.isEmpty() ? before : after;
        if (half == null || half.isEmpty()) {
            return hour;
        }
        boolean late = "p오후午後下午".contains(half);
        return hour % 12 + (late ? 12 : 0);
    }

    private record Rest(String zone, String words) {}

    /** What stands behind the time: a zone, and perhaps the rest of the date. */
    private static Rest zoned(String behind) {
        for (var form : List.of(OFFSET, REGION)) {
            var matcher = form.matcher(behind);
            if (matcher.find()) {
                return new Rest(matcher.group().strip(), matcher.replaceFirst(" "));
            }
        }
        var tokens = TOKEN.matcher(behind);
        while (tokens.find()) {
            if (Zones.isZone(tokens.group())) {
                return new Rest(
                        tokens.group(), behind.substring(0, tokens.start()) + " " + behind.substring(tokens.end()));
            }
        }
        return new Rest("", behind);
    }

    private static Optional<LocalDate> day(String text, String zone) {
        var numbers = new ArrayList<String>();
        Integer month = null;
        boolean slashes = false;
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var token = tokens.group();
            if (Character.isDigit(token.charAt(0))) {
                numbers.add(token);
            } else if (Character.isLetter(token.charAt(0))) {
                var named = Months.month(token);
                if (named.isPresent() && month == null) {
                    month = named.get();
                } else if (!Months.saysNothing(token) && !(zone.startsWith("+") && Zones.isZone(token))) {
                    return Optional.empty();
                }
            } else if (POINTS.contains(token)) {
                slashes |= token.equals("/");
            } else {
                return Optional.empty();
            }
        }
        return month == null ? numbered(numbers, slashes) : named(numbers, month);
    }

    private static Optional<LocalDate> named(List<String> numbers, int month) {
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        return of(numbers.get(yearFirst ? 0 : 1), month, numbers.get(yearFirst ? 1 : 0));
    }

    /** Year first, else day first; with slashes the month is first, as in America, where it can be one. */
    private static Optional<LocalDate> numbered(List<String> numbers, boolean slashes) {
        if (numbers.size() != 3 || numbers.get(1).length() > 2) {
            return Optional.empty();
        }
        if (numbers.get(0).length() == 4) {
            return of(numbers.get(0), Integer.parseInt(numbers.get(1)), numbers.get(2));
        }
        boolean monthFirst = slashes && number(numbers.get(0)) <= 12;
        return of(numbers.get(2), number(numbers.get(monthFirst ? 0 : 1)), numbers.get(monthFirst ? 1 : 0));
    }

    private static Optional<LocalDate> of(String year, int month, String day) {
        boolean known = (year.length() == 4 || year.length() == 2) && day.length() <= 2;
        return known ? Optional.of(LocalDate.of(Dates.year(year), month, Integer.parseInt(day))) : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null || digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }
}
