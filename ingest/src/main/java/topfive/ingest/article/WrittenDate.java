package topfive.ingest.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.ingest.text.Dates;

/**
 * A day as people write it in a line, and what the line says of it.
 *
 * @param kind what stands before it: "Published", "Updated", or nothing
 */
record WrittenDate(OffsetDateTime day, Kind kind) {
    enum Kind {
        PUBLISHED,
        PLAIN,
        UPDATED
    }

    private static final int LONGEST_LINE = 400;
    private static final int BEGINNING = 3000;
    private static final int IN_PASSING = 90;
    private static final Pattern DAY = Pattern.compile(
            "(?<![\\d/.-])(?:(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})"
                    + "|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?"
                    + "|\\d{4}\\s?[년年]\\s?\\d{1,2}\\s?[월月]\\s?\\d{1,2}\\s?[일日]"
                    + "|\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?[ -](?:de |of )?\\p{L}{3,12}\\.?,?[ -](?:de |del )?\\d{4}"
                    + "|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}"
                    + "|\\d{4} \\p{L}{3,9} \\d{1,2})(?![\\d/-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}) (\\p{L}+) (\\d{1,2})");
    private static final Pattern UPDATED = Pattern.compile(
            "updated?|modified|changed|revised|reviewed|edited|aktualisiert|stand|geändert|mis(?:e)? à jour|maj|modifié|actualizad[oa]|modificad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|aktualizacja|zaktualizowan[oy]|uppdaterad|opdateret|oppdatert|обновлен",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PUBLISHED = Pattern.compile(
            "publish|posted|released|created|first|written|veröffentlicht|erschienen|erstellt|publi[éeck]|pubblicat|gepubliceerd|geplaatst|opublikowan|publicerad|udgivet|publisert|опубликован|^\\W*(?:on|am|le|el|il|op)\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** All days of the line. A line of prose has none, unless it begins with one. */
    static List<WrittenDate> in(String line, String language) {
        var found = new ArrayList<WrittenDate>();
        if (line.length() > LONGEST_LINE) {
            return found;
        }
        var matcher = DAY.matcher(line);
        int from = 0;
        while (matcher.find() && (line.length() <= IN_PASSING * 2 || matcher.start() < IN_PASSING)) {
            var kind = kind(line.substring(from, matcher.start()));
            var day = matcher.group(1) == null
                    ? named(matcher.group())
                    : numbers(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(3)),
                            Integer.parseInt(matcher.group(4)),
                            isAmerican(language) && !matcher.group(2).equals("."));
            day.filter(WrittenDate::isPossible).ifPresent(date -> found.add(new WrittenDate(date, kind)));
            from = matcher.end();
        }
        return found;
    }

    /** The first day in the beginning of a page's whole text. */
    static Optional<OffsetDateTime> first(String text, String language) {
        int end = Math.min(text.length(), BEGINNING);
        for (int from = 0; from < end; from += IN_PASSING) {
            var day = in(text.substring(from, Math.min(end, from + 2 * IN_PASSING)), language).stream()
                    .filter(date -> date.kind() != Kind.UPDATED)
                    .findFirst();
            if (day.isPresent()) {
                return day.map(WrittenDate::day);
            }
        }
        return Optional.empty();
    }

    static Kind kind(String before) {
        if (UPDATED.matcher(before).find()) {
            return Kind.UPDATED;
        }
        return PUBLISHED.matcher(before).find() ? Kind.PUBLISHED : Kind.PLAIN;
    }

    static boolean isPossible(OffsetDateTime date) {
        return date.getYear() >= 1995 && date.getYear() < 2100;
    }

    private static Optional<OffsetDateTime> named(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        return Dates.parse(yearFirst.matches() ? yearFirst.replaceFirst("$3 $2 $1") : text);
    }

    /** 3/4/2025 is the fourth of March only where Americans read it. */
    private static Optional<OffsetDateTime> numbers(int first, int second, int year, boolean american) {
        boolean monthFirst = second > 12 || american && first <= 12;
        try {
            var day = LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first);
            return Optional.of(day.atStartOfDay().atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isAmerican(String language) {
        var said = language.toLowerCase(Locale.ROOT).replace('_', '-');
        return said.isEmpty() || said.equals("en") || said.equals("en-us");
    }
}
