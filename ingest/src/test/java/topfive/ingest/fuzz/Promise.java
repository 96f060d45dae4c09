package topfive.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/** What every parser keeps to, whatever the bytes. */
public final class Promise {
    /** What is said of a text beside the text: notes, names of formats, messages. */
    private static final int AROUND = 2000;

    /** No character becomes more than so many: an entity of six characters may stand for two. */
    private static final int GROWTH = 2;

    private Promise() {}

    /** A reading that may be refused. */
    public interface Attempt {
        void read() throws Unreadable;
    }

    /** It is read, or refused with a code and one line for a person; nothing else is thrown. */
    public static void isReadOrRefused(Attempt attempt) {
        try {
            attempt.read();
        } catch (Unreadable e) {
            assertThat(e.reason()).matches("[a-z-]+");
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(AROUND);
        }
    }

    public static void isText(String text) {
        assertThat(text.chars()
                        .filter(c -> Character.isISOControl(c) && c != '\n')
                        .count())
                .as("control characters in \"%s\"", text)
                .isZero();
    }

    public static void isLine(String text) {
        isText(text);
        assertThat(text).doesNotContain("\n");
    }

    /** Absolute and of the web, or none at all. */
    public static void isLink(String url) {
        assertThat(url).matches("(?:https?://[^\\s\\p{Cc}]+)?");
    }

    public static void isDate(Optional<OffsetDateTime> date) {
        date.ifPresent(stated -> assertThat(stated.getYear()).isBetween(1, 9999));
    }

    /** Nothing is made more than it was. */
    public static void isNoLonger(Collection<String> texts, int input) {
        assertThat(texts.stream().mapToLong(String::length).sum()).isLessThanOrEqualTo((long) GROWTH * input + AROUND);
    }

    public static void holds(Reading reading, int input) {
        isLine(reading.title());
        isLine(reading.author());
        isLink(reading.url());
        isDate(reading.published());
        reading.body().texts().forEach(Promise::isText);
        isNoLonger(reading.body().texts(), input);
    }

    /** Marks lie in their turn, in order, and nothing is said before the beginning. */
    public static void holds(List<Turn> turns, int input) {
        for (var turn : turns) {
            isText(turn.text());
            isLine(turn.speaker() == null ? "" : turn.speaker());
            assertThat(turn.startMs() == null || turn.startMs() >= 0).isTrue();
            assertThat(turn.marks()).isSortedAccordingTo((a, b) -> Integer.compare(a.offset(), b.offset()));
            assertThat(turn.marks())
                    .allMatch(mark ->
                            mark.offset() >= 0 && mark.offset() < turn.text().length());
        }
        isNoLonger(turns.stream().map(Turn::text).toList(), input);
    }
}
