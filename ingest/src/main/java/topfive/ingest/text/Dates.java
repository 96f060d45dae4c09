package topfive.ingest.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Dates in the layouts that feeds and pages use. What is not a date is empty, never a guess; a date without a time is its midnight in UTC.
 */
public final class Dates {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2}))?)?(?:(?:[T\\s]\\s*)(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?\\s*(.*)");
    private static final Pattern SHORT_ISO = Pattern.compile("(?:(\\d{2})-(\\d{2})-(\\d{2})|-(\\d{2})-?(\\d{2}))");
    private static final Pattern SLASHES =
            Pattern.compile("(?:\\p{L}+,?\\s+)?(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?:,?\\s+(.*))?");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日]\\s*(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?.*");
    private static final Pattern DAY_FIRST_NUMBERS =
            Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?:,?\\s+(.*))?");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?[\\s-]*(?:de\\s+|of\\s+)?(\\p{L}{3,})\\.?,?[\\s-]*(?:de\\s+|del\\s+)?(\\d{2,4})\\b,?\\s*(.*)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s+)??(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b,?\\s*(.*)");
    private static final Pattern ASCTIME = Pattern.compile(
            "\\p{L}+\\s+(\\p{L}{3,})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*(\\S*?)\\s+(\\d{4})");
    private static final Pattern TIME = Pattern.compile(
            "(?:at\\s+|um\\s+|\\|\\s*|-\\s+|–\\s+)?(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp]\\.?[Mm]\\.?)?(?:\\s*Uhr)?\\s*(.*)");
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC?)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s*\\(.*\\))?");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, Integer> ZONES = zones();
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    private Dates() {}

    public static Optional<OffsetDateTime> parse(String stated) {
        var text = Tidy.line(stated);
        if (text.isEmpty() || text.length() > 80) {
            return Optional.empty();
        }
        try {
            return iso(text)
                    .or(() -> shortIso(text))
                    .or(() -> eastAsian(text))
                    .or(() -> numbers(text, SLASHES, 1, 2, 3))
                    .or(() -> numbers(text, DAY_FIRST_NUMBERS, 3, 2, 1))
                    .or(() -> named(text, DAY_MONTH, 3, 2, 1))
                    .or(() -> named(text, MONTH_DAY, 3, 1, 2))
                    .or(() -> asctime(text));
        } catch (DateTimeException | NumberFormatException e) { // 30 February, hour 25
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> iso(String text) {
        return match(ISO, text).flatMap(m -> {
            var day = LocalDate.of(number(m, 1), number(m, 2, 1), number(m, 3, 1));
            if (m.group(4) == null) {
                return m.group(5) == null && rest(m, 7).isEmpty() ? at(day, LocalTime.MIDNIGHT, "") : Optional.empty();
            }
            return at(day, time(number(m, 4), number(m, 5), number(m, 6, 0)), rest(m, 7));
        });
    }

    private static Optional<OffsetDateTime> shortIso(String text) {
        return match(SHORT_ISO, text)
                .flatMap(m -> m.group(1) != null
                        ? at(LocalDate.of(year(number(m, 1)), number(m, 2), number(m, 3)), LocalTime.MIDNIGHT, "")
                        : at(LocalDate.of(year(number(m, 4)), number(m, 5), 1), LocalTime.MIDNIGHT, ""));
    }

    private static Optional<OffsetDateTime> eastAsian(String text) {
        return match(EAST_ASIAN, text)
                .map(m -> OffsetDateTime.of(
                        LocalDate.of(number(m, 1), number(m, 2), number(m, 3)),
                        time(number(m, 4, 0), number(m, 5, 0), number(m, 6, 0)),
                        KOREA));
    }

    private static Optional<OffsetDateTime> numbers(String text, Pattern pattern, int year, int month, int day) {
        return match(pattern, text)
                .flatMap(m -> timed(LocalDate.of(number(m, year), number(m, month), number(m, day)), rest(m, 4)));
    }

    private static Optional<OffsetDateTime> named(String text, Pattern pattern, int year, int month, int day) {
        return match(pattern, text)
                .flatMap(m -> month(m.group(month))
                        .flatMap(number -> timed(
                                LocalDate.of(
                                        m.group(year).length() == 4 ? number(m, year) : year(number(m, year)),
                                        number,
                                        number(m, day)),
                                rest(m, 4))));
    }

    private static Optional<OffsetDateTime> asctime(String text) {
        return match(ASCTIME, text)
                .flatMap(m -> month(m.group(1))
                        .flatMap(month ->
                                timed(LocalDate.of(number(m, 5), month, number(m, 2)), m.group(3) + " " + m.group(4))));
    }

    private static Optional<OffsetDateTime> timed(LocalDate day, String rest) {
        if (rest.isEmpty()) {
            return at(day, LocalTime.MIDNIGHT, "");
        }
        return match(TIME, rest).flatMap(m -> {
            int hour = number(m, 1);
            if (m.group(4) != null) {
                hour = hour % 12 + (Character.toLowerCase(m.group(4).charAt(0)) == 'p' ? 12 : 0);
            }
            return at(day, time(hour, number(m, 2), number(m, 3, 0)), rest(m, 5));
        });
    }

    private static Optional<OffsetDateTime> at(LocalDate day, LocalTime time, String zone) {
        return offset(zone).map(offset -> OffsetDateTime.of(day, time, offset));
    }

    /** A leap second counts as the second before it. */
    private static LocalTime time(int hour, int minute, int second) {
        return LocalTime.of(hour, minute, second == 60 ? 59 : second);
    }

    private static Optional<ZoneOffset> offset(String zone) {
        var name = zone.strip();
        if (name.isEmpty()) {
            return Optional.of(ZoneOffset.UTC);
        }
        var matcher = OFFSET.matcher(name);
        if (matcher.matches()) {
            int sign = matcher.group(1).equals("-") ? -1 : 1;
            int hours = Integer.parseInt(matcher.group(2));
            int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        }
        var minutes = ZONES.get(
                name.toUpperCase(Locale.ROOT).replaceFirst("^ETC/", "").replaceAll("[().]", ""));
        return minutes == null ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60));
    }

    private static Optional<Integer> month(String name) {
        return Optional.ofNullable(MONTHS.get(name.toLowerCase(Locale.ROOT)));
    }

    private static int year(int twoDigits) {
        return twoDigits >= 100 ? twoDigits : twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
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

    private static String rest(MatchResult match, int group) {
        return match.group(group) == null ? "" : match.group(group).strip();
    }

    /** Names in the languages whose pages write dates out; prefixes of three letters and more are entered as abbreviations. */
    private static Map<String, Integer> months() {
        var all = new HashMap<String, Integer>();
        for (var names : new String[] {
            "january february march april may june july august september october november december",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "január február március április május június július augusztus szeptember október november december",
            "ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
            "ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ"
        }) {
            int month = 1;
            for (var name : names.split(" ")) {
                for (int length = Math.min(3, name.length()); length <= name.length(); length++) {
                    all.putIfAbsent(name.substring(0, length), month);
                }
                month++;
            }
        }
        all.put("sept", 9);
        return all;
    }

    /** Minutes east of UTC; the American ones of RFC 822 first, then what feeds were seen to write. */
    private static Map<String, Integer> zones() {
        var all = new HashMap<String, Integer>();
        for (var zone :
                ("Z=0 UT=0 UTC=0 GMT=0 WET=0 EST=-300 EDT=-240 ET=-300 CST=-360 CDT=-300 CT=-360 MST=-420 MDT=-360 MT=-420"
                                + " PST=-480 PDT=-420 PT=-480 AKST=-540 AKDT=-480 HST=-600 AST=-240 ADT=-180 BST=60 IST=330 CET=60 CEST=120"
                                + " MEZ=60 MESZ=120 MEST=120 MET=60 WEST=60 EET=120 EEST=180 MSK=180 JST=540 KST=540 AEST=600 AEDT=660"
                                + " ACST=570 AWST=480 NZST=720 NZDT=780 SGT=480 HKT=480")
                        .split(" ")) {
            var parts = zone.split("=");
            all.put(parts[0], Integer.parseInt(parts[1]));
        }
        return all;
    }
}
