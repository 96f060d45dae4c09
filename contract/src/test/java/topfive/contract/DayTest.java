package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {
    private static final Day BERLIN = new Day(ZoneId.of("Europe/Berlin"), Duration.ofMinutes(30));
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");
    private static final Day UTC = new Day(ZoneId.of("UTC"), Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 24, 2026-03-28T23:30:00Z",
        "2026-03-29, 23, 2026-03-29T22:30:00Z",
        "2026-03-30, 24, 2026-03-30T22:30:00Z",
        "2026-10-25, 25, 2026-10-25T23:30:00Z"
    })
    void a_day_in_berlin_has_23_24_or_25_hours_and_closes_30_minutes_after_its_end(
            LocalDate day, int hours, Instant closesAt) {
        var sinceTheDayBefore = Duration.between(BERLIN.closesAt(day.minusDays(1)), BERLIN.closesAt(day));

        assertThat(sinceTheDayBefore).isEqualTo(Duration.ofHours(hours));
        assertThat(BERLIN.closesAt(day)).isEqualTo(closesAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T21:59:59.999Z, 2026-10-24",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T22:59:59Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26"
    })
    void midnight_is_that_of_the_zone(Instant instant, LocalDate day) {
        assertThat(BERLIN.at(instant)).isEqualTo(day);
    }

    @Test
    void a_document_counts_for_the_day_it_states() {
        assertThat(UTC.of(document("2026-11-21T23:59:59Z", "2026-11-22T00:10:00Z")))
                .isEqualTo("2026-11-21");
    }

    @Test
    void a_document_without_a_date_counts_for_the_day_of_its_fetch() {
        var undated = document(null, "2026-11-22T00:10:00Z");

        assertThat(Day.published(undated)).isEqualTo("2026-11-22T00:10:00Z");
        assertThat(UTC.of(undated)).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @CsvSource({"2099-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "2026-11-22T12:10:00.001Z"})
    void a_date_in_the_future_counts_as_ten_minutes_after_the_fetch(String absurd) {
        var document = document(absurd, "2026-11-22T12:00:00Z");

        assertThat(Day.published(document)).isEqualTo("2026-11-22T12:10:00Z");
        assertThat(UTC.of(document)).isEqualTo("2026-11-22");
    }

    @Test
    void a_clock_that_is_five_minutes_ahead_is_believed() {
        assertThat(UTC.of(document("2026-11-23T00:02:00Z", "2026-11-22T23:57:00Z")))
                .isEqualTo("2026-11-23");
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z", "-0044-03-15T10:00:00Z", "-1000000000-01-01T00:00:00Z"})
    void a_date_of_long_ago_counts_for_the_day_of_the_fetch_since_its_own_is_closed(String absurd) {
        assertThat(BERLIN.of(document(absurd, "2026-11-22T12:00:00Z"))).isEqualTo("2026-11-22");
    }

    @Test
    void a_document_that_comes_within_the_grace_counts_for_its_own_day() {
        assertThat(UTC.of(document("2026-11-21T20:00:00Z", "2026-11-22T00:29:59.999Z")))
                .isEqualTo("2026-11-21");
    }

    @Test
    void a_document_that_comes_when_its_day_is_closed_counts_for_the_day_of_its_fetch() {
        assertThat(UTC.of(document("2026-11-21T20:00:00Z", "2026-11-22T00:30:00Z")))
                .isEqualTo("2026-11-22");
    }

    @Test
    void a_day_cannot_close_before_its_end() {
        assertThatThrownBy(() -> new Day(ZoneId.of("UTC"), Duration.ofMinutes(-1)))
                .hasMessage("a day that closes before its end: grace PT-1M");
    }

    /** Every hour of seven years in one zone of each kind: those that change their clocks at the same moments are alike. */
    @Test
    void each_instant_is_in_exactly_one_day_and_the_days_follow_each_other() {
        var kinds = new TreeMap<String, String>();
        ZoneId.getAvailableZoneIds().stream().sorted().forEach(zone -> kinds.putIfAbsent(clock(zone), zone));

        assertThat(kinds).hasSizeGreaterThan(60).containsValue("Africa/Cairo");
        kinds.values().forEach(DayTest::daysFollowEachOther);
    }

    /** On Lord Howe Island the clock moves by half an hour, at the Troll station by two. */
    @Test
    void in_every_zone_the_days_close_one_after_the_other_22_to_26_hours_apart() {
        ZoneId.getAvailableZoneIds().forEach(zone -> {
            var days = new Day(ZoneId.of(zone), Duration.ofMinutes(30));
            var closesAt = days.closesAt(LocalDate.of(2023, 12, 31));
            for (var day = LocalDate.of(2024, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
                var next = days.closesAt(day);
                assertThat(Duration.between(closesAt, next))
                        .as("%s %s", zone, day)
                        .isBetween(Duration.ofHours(22), Duration.ofHours(26));
                closesAt = next;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T02:30+01:00, 2026-03-29",
        "Europe/Berlin, 2026-03-29T02:30+02:00, 2026-03-29",
        "Europe/Berlin, 2026-10-25T02:30+02:00, 2026-10-25",
        "Europe/Berlin, 2026-10-25T02:30+01:00, 2026-10-25",
        "Africa/Cairo, 2026-04-23T23:30+02:00, 2026-04-23",
        "Africa/Cairo, 2026-04-24T00:30+02:00, 2026-04-24",
        "Africa/Cairo, 2026-10-29T23:30+03:00, 2026-10-29",
        "Africa/Cairo, 2026-10-29T23:30+02:00, 2026-10-29",
        "Africa/Cairo, 2026-10-30T00:00+02:00, 2026-10-30"
    })
    void an_hour_that_comes_twice_or_never_is_in_the_day_that_its_clock_shows(
            ZoneId zone, OffsetDateTime stated, LocalDate day) {
        var days = new Day(zone, Duration.ofMinutes(30));
        var instant = stated.toInstant();

        assertThat(days.at(instant)).isEqualTo(day);
        assertThat(days.closesAt(day)).isAfter(instant.plus(Duration.ofMinutes(30)));
        assertThat(days.closesAt(day.minusDays(1))).isBeforeOrEqualTo(instant.plus(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Apia, 2011-12-30", "Pacific/Kwajalein, 1993-08-21", "Pacific/Fakaofo, 2011-12-30"})
    void a_day_that_a_zone_left_out_holds_nothing_and_closes_with_the_day_before_it(String zone, LocalDate leftOut) {
        var days = new Day(ZoneId.of(zone), Duration.ofMinutes(30));
        var end = days.closesAt(leftOut.minusDays(1)).minus(Duration.ofMinutes(30));

        assertThat(days.at(end.minusNanos(1))).isEqualTo(leftOut.minusDays(1));
        assertThat(days.at(end)).isEqualTo(leftOut.plusDays(1));
        assertThat(days.closesAt(leftOut)).isEqualTo(days.closesAt(leftOut.minusDays(1)));
        assertThat(days.closesAt(leftOut.plusDays(1)))
                .isEqualTo(days.closesAt(leftOut).plus(Duration.ofHours(24)));
    }

    private static String clock(String zone) {
        var rules = ZoneId.of(zone).getRules();
        var clock = new StringBuilder().append(rules.getOffset(START));
        for (var change = rules.nextTransition(START);
                change != null && change.getInstant().isBefore(END);
                change = rules.nextTransition(change.getInstant())) {
            clock.append(' ').append(change);
        }
        return clock.toString();
    }

    private static void daysFollowEachOther(String zone) {
        var days = new Day(ZoneId.of(zone), Duration.ZERO);
        var instant = START;
        var day = days.at(instant);
        var closesAt = days.closesAt(day);
        while (instant.isBefore(END)) {
            if (!instant.isBefore(closesAt)) {
                day = day.plusDays(1);
                closesAt = days.closesAt(day);
            }
            var at = days.at(instant);
            if (!at.equals(day) || !instant.isBefore(closesAt)) {
                throw new AssertionError(zone + " " + instant + " is in " + at + ", expected " + day);
            }
            instant = instant.plusSeconds(3600);
        }
    }

    private static Document document(String publishedAt, String fetchedAt) {
        return new Article(
                1,
                "id",
                "hash",
                1,
                new Source("s", "S", "page", "s.example", null),
                null,
                "Title",
                null,
                publishedAt == null ? null : Instant.parse(publishedAt),
                Instant.parse(fetchedAt),
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of());
    }
}
