package topfive.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 14 Oct 2026 04:10:00 +0000 | 2026-10-14T04:10:00Z",
                "14 Oct 26 04:10 EST | 2026-10-14T09:10:00Z",
                "2026-10-14T04:10:00.123-05:00 | 2026-10-14T09:10:00Z",
                "2026-10-14 | 2026-10-14T00:00:00Z",
                "20261014 | 2026-10-14T00:00:00Z",
                "October 14, 2026 at 4:10 PM | 2026-10-14T16:10:00Z",
                "14. Oktober 2026 um 16:10 Uhr | 2026-10-14T16:10:00Z",
                "14.10.2026 | 2026-10-14T00:00:00Z",
                "14 de octubre de 2026 | 2026-10-14T00:00:00Z",
                "Wed Oct 14 16:10:00 UTC 2026 | 2026-10-14T16:10:00Z",
                "2026년 10월 14일 01:31:15 | 2026-10-13T16:31:15Z",
                "2026/10/14 08:19:53 EDT | 2026-10-14T12:19:53Z",
                "Tue, 30 Jun 2015 23:59:60 GMT | 2015-06-30T23:59:59Z"
            })
    void reads_a_date_in_any_layout(String stated, String instant) {
        assertThat(Dates.parse(stated).map(OffsetDateTime::toInstant)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Sun, 99 Jun 2009 12:00:00 GMT",
                "2026-02-30",
                "2026-10-14T25:00:00Z",
                "Sun, 16 zzz 2012 11:47:32 GMT",
                "9999-12-31T23:59:59-99:99"
            })
    void what_is_no_date_is_none(String stated) {
        assertThat(Dates.parse(stated)).isEmpty();
    }
}
