package topfive.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    /** {@code dates.txt}: the date as written, a bar, the moment it means. */
    @ParameterizedTest
    @CsvFileSource(resources = "/dates.txt", delimiter = '|', quoteCharacter = '\u0001', commentCharacter = '#')
    void reads_a_date_in_any_layout(String stated, String instant) {
        assertThat(Dates.parse(stated).map(OffsetDateTime::toInstant)).hasToString("Optional[" + instant + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "5 hours ago",
                "Monday",
                "October",
                "14 October",
                "12:30",
                "1",
                "19",
                "1.0",
                "12/13/14/15",
                "1234567",
                "123456789012345678901234567890",
                "Sun, 99 Jun 2009 12:00:00 GMT",
                "2026-02-30",
                "2026-13-01",
                "2026-00-10",
                "2026-366",
                "2026-W54-1",
                "2026-10-14T25:00:00Z",
                "2026-10-14T12:61:00Z",
                "14 Oct 2026 13:00 pm pm",
                "Sun, 16 zzz 2012 11:47:32 GMT",
                "9999-12-31T23:59:59-99:99",
                "Wed, 14 Oct 2026 04:10:00 XQZ",
                "14.13.2026",
                "0000-01-01",
                "<b>2026</b>",
                "2026年13月1日"
            })
    void what_is_no_date_is_none(String stated) {
        assertThat(Dates.parse(stated)).isEmpty();
    }
}
