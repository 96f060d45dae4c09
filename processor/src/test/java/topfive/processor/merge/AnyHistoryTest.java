package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.merge.Sayings.DAY;
import static topfive.processor.merge.Sayings.NOON;
import static topfive.processor.merge.Sayings.says;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever came, went, was revised and was asked for meanwhile: a day is what its documents say now. */
class AnyHistoryTest {
    private static final Instant CLOSE = Instant.parse("2026-03-05T00:30:00Z");
    private static final List<String> WORDS = List.of(("canal drought passage auction captain grain harbour lock"
                    + " toll barge strike tariff insurer steel winter refinery island ferry pilot dredger customs tanker quay"
                    + " union engine timber storm warehouse coffee spice cable anchor crane freight bridge delta")
            .split(" "));

    private final Random random = new Random(11);
    private final TreeMap<String, Revisions> documents = new TreeMap<>();
    private Limits limits = Limits.CURRENT;
    private Cell cell = new Cell("en", Rules.CURRENT);

    @Test
    void a_day_is_what_its_documents_say_now() {
        live(500, 150, 30);
        var next = DAY.plusDays(1);
        assertThat(cell.summary(next, CLOSE)).isEqualTo(anew().summary(next, CLOSE));
    }

    /** Few stories, so that most are larger than what is clustered together, and most texts have more near ones than count. */
    @ParameterizedTest
    @CsvSource({"4, 2, 1", "4, 2, 3", "8, 3, 3"})
    void stories_that_outgrow_what_is_clustered_together_are_what_their_documents_say_now(
            int together, int nearest, int stories) {
        limits = new Limits(together, nearest);
        cell = new Cell("en", Rules.CURRENT, limits);
        live(600, 150, stories);
    }

    private void live(int steps, int ids, int stories) {
        for (int step = 0; step < steps; step++) {
            var document = "document " + random.nextInt(ids);
            if (random.nextInt(3) == 0) {
                forget(document);
            } else {
                // told with some words of their own
                place(document, wording(random.nextInt(stories), random.nextInt(LENGTH)));
            }
            if (random.nextInt(8) == 0) {
                assertThat(cell.summary(DAY, CLOSE)).isEqualTo(anew().summary(DAY, CLOSE));
            }
        }
    }

    /** In an order of its own, and compared all at once. */
    private Cell anew() {
        var fresh = new Cell("en", Rules.CURRENT, limits);
        documents.descendingMap().values().forEach(fresh::restore);
        return fresh;
    }

    private void forget(String document) {
        if (documents.containsKey(document)) {
            cell.forget(documents.remove(document));
        }
    }

    private static final int LENGTH = 12;

    private String wording(int story, int own) {
        var words = new Random(story)
                .ints(LENGTH, 0, WORDS.size())
                .mapToObj(word -> WORDS.get(word) + (char) ('a' + story))
                .collect(Collectors.toCollection(ArrayList::new));
        random.ints(own, 0, LENGTH)
                .forEach(place -> words.set(place, WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(20)));
        return String.join(" ", words);
    }

    /** Of one of ten sources, which carry one text under two ids at times; now and then too old, or of the next day. */
    private void place(String document, String text) {
        var fetched = NOON.plusSeconds(random.nextInt(50));
        var owner = "owner" + random.nextInt(10) + ".example";
        var claims = random.nextInt(9) == 0
                ? List.<Claim>of()
                : List.of(says(document, text, fetched.plusSeconds(text.hashCode() % 90)));
        var day = DAY.plusDays(random.nextInt(6) / 5);
        var aside = random.nextInt(12) == 0 ? "too-old" : null;
        var late = random.nextInt(9) == 0;
        var reading = new Reading(document, "hash of " + text, owner, fetched, day, "en", aside, late, claims);
        documents.put(document, cell.place(reading));
    }
}
