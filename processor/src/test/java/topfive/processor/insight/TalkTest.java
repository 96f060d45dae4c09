package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.episode;
import static topfive.processor.insight.Documents.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Episode;

/** What of a conversation can be printed, and what was only for the people in the room. All transcripts are written for these tests. */
class TalkTest {
    private static final String CLAIM =
            "Orchards near Velmar sell their apples before the harvest, because a frost in May costs the grower more than the discount does.";

    @Test
    void a_spoken_claim_that_names_what_it_is_about_is_picked() {
        assertThat(claims(says("Mara", CLAIM))).containsExactly(CLAIM);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Your question about orchards near Velmar is a good question, because growers there sell apples before the harvest.",
                "I moved the orchard near Velmar up the hill, because a frost in May costs the grower more than the discount does.",
                "We moved the orchard near Velmar up the hill, because a frost in May costs the grower more than the discount does.",
                "Orchards near Velmar sell apples before the harvest or something like that, because a frost in May costs growers money.",
                "The growers near Velmar were like, \"Sell the harvest now, before the frost comes!\", because a frost in May costs money.",
                "You remember the orchards near Velmar, because growers there sold the harvest before the frost took the blossom.",
            })
    void what_is_said_to_the_room_is_not(String said) {
        assertThat(claims(says("Mara", said))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Orchards near Velmar sell their apples before the harvest, because the the frost in May costs the grower more.",
                "Orchards near Velmar sell their apples before the harvest, because a frost in May costs the grower more than...",
                "When orchards near Velmar sell apples before the harvest because frost in May costs growers the discount.",
                "Selling apples near Velmar before the harvest, rather than after the frost in April, because growers lost the blossom.",
                "Not the orchards near Velmar that sell apples before the harvest, but the growers who wait for the frost in May.",
            })
    void a_thought_that_breaks_off_is_not(String said) {
        assertThat(claims(says("Mara", said))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Growing them near Velmar pays before the harvest, because a frost in May costs the grower more than the discount.",
                "Orchards near Velmar follow these rules before the harvest, because a frost in May costs the grower the blossom.",
                "For all of the orchards near Velmar, it pays before the harvest, because a frost in May costs growers the blossom.",
                "Maybe that changes how orchards near Velmar sell apples, because a frost in May costs growers the whole blossom.",
            })
    void what_points_at_something_unnamed_is_not(String said) {
        assertThat(claims(says("Mara", said))).isEmpty();
    }

    @Test
    void very_little_in_many_words_is_not_picked() {
        var said =
                "People can get a lot more out of what they have if they really want to, because there is always a way to make it better.";
        assertThat(claims(says("Mara", said))).isEmpty();
    }

    @Test
    void a_sentence_about_who_is_in_the_room_is_not_picked() {
        var answer = says("Ilja", "Right, and the cider press opens in the autumn.");
        assertThat(claims(says("Mara", CLAIM.replace("the grower", "Ilja")), answer))
                .isEmpty();
        assertThat(claims(says("Mara", CLAIM), answer)).containsExactly(CLAIM);
    }

    @Test
    void a_speaker_who_is_called_the_host_takes_no_sentence_with_him() {
        assertThat(claims(says("The Host", "The " + CLAIM.replace("Orchards", "orchards"))))
                .hasSize(1);
    }

    @Test
    void what_closes_a_spoken_claim_without_saying_anything_is_cut_and_the_cut_is_marked() {
        var bare = CLAIM.substring(0, CLAIM.length() - 1);
        assertThat(claims(says("Mara", bare + ", right?"))).containsExactly(bare + "…");
        assertThat(claims(says("Mara", bare + ", you know."))).containsExactly(bare + "…");
    }

    @Test
    void a_false_start_is_cut_and_the_cut_is_marked() {
        var claim = CLAIM.replace("Orchards", "orchards");
        assertThat(claims(says("Mara", "So what they do is -- well, " + claim))).containsExactly("…" + claim);
    }

    @Test
    void a_doubt_of_the_speaker_is_never_cut_away() {
        assertThat(claims(says("Mara", "Perhaps, " + CLAIM.replace("Orchards", "orchards"))))
                .allSatisfy(claim -> assertThat(claim).startsWith("Perhaps"));
    }

    @Test
    void an_ellipsis_before_a_capital_ends_a_spoken_sentence() {
        assertThat(claims(says("Mara", "It was a hard year for everybody... " + CLAIM)))
                .containsExactly(CLAIM);
    }

    @Test
    void who_a_claim_is_about_comes_along_from_the_sentence_before() {
        var said =
                "So we have the ledger of the Velmar cooperative. They sold a third of the apples before the harvest,"
                        + " because a frost in May costs growers more than the discount does.";
        assertThat(claims(says("Mara", said))).containsExactly("…" + said.substring("So ".length()));
    }

    @Test
    void a_second_sentence_that_adds_little_stays_away() {
        assertThat(claims(says("Mara", CLAIM + " So it is quite a thing, but it works.")))
                .containsExactly(CLAIM);
    }

    private static List<String> claims(Episode.Turn... turns) {
        return new Extractor()
                .extract(episode(turns)).stream().map(Passage::text).toList();
    }
}
