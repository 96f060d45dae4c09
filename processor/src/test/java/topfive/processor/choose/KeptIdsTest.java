package topfive.processor.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Day;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Rules;
import topfive.processor.merge.Sayings;

/** From FINAL on the id of a cluster is fixed, however its day is divided by later rules. */
class KeptIdsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");
    private static final EditionOfDay.Desk DESK =
            new EditionOfDay.Desk("all", new Day(ZoneOffset.UTC, Duration.ofMinutes(30)), Rules.CURRENT, "lexical");
    private static final List<Claim> CLAIMS = IntStream.range(0, 14)
            .mapToObj(i -> Sayings.says(
                    "paper" + i + ".example",
                    "Town number " + i + " saved " + (10 + i) + "% of its water because " + (char) ('a' + i) + "qua "
                            + i * 31 + " was mended.",
                    Instant.parse(DAY + "T12:00:00Z").plusSeconds(i)))
            .toList();

    @Test
    void what_is_divided_as_before_is_called_as_before() {
        var cells = divided("012 34 5 67 89a b c d");

        assertThat(published(cells).named(cells)).isEqualTo(cells);
    }

    @Test
    void a_cluster_is_called_like_the_earlier_one_that_holds_most_of_it() {
        // the earliest of 1..4 now stands alone, 5 has come over from another
        var made = again("01234 56", "0 12345 6");

        assertThat(ids(made)).isEqualTo(Map.of(id(0), "12345", id(5), "6", derived(0), "0"));
        assertThat(former(made, id(0))).contains(id(1), id(2)).doesNotContain(id(0), id(5));
    }

    @Test
    void no_id_is_given_twice_and_the_larger_share_wins() {
        assertThat(ids(again("012345", "01 2345"))).isEqualTo(Map.of(id(0), "2345", derived(0), "01"));
    }

    @Test
    void of_two_that_hold_as_much_the_smaller_id_is_taken_and_the_other_still_leads_there() {
        var made = again("01 23", "0123");
        var smaller = Stream.of(id(0), id(2)).sorted().findFirst().orElseThrow();

        assertThat(ids(made)).isEqualTo(Map.of(smaller, "0123"));
        assertThat(former(made, smaller)).contains(id(0).equals(smaller) ? id(2) : id(0));
    }

    @Test
    void a_claim_that_is_found_at_another_place_is_known_by_its_words() {
        var was = published(divided("0 1 2"));
        var moved = Sayings.says(
                "elsewhere.example",
                CLAIMS.get(1).insight().claim(),
                CLAIMS.get(1).published());

        var named = was.named(List.of(cell(List.of(cluster(List.of(moved))))));

        assertThat(named.get(0).clusters()).extracting(Cluster::id).containsExactly(id(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void however_often_it_is_done_again_by_the_same_rules_the_names_stay(int seed) {
        var random = new Random(seed);
        var published = published(cells(random));
        for (int i = 0; i < 6; i++) {
            var cells = cells(random);
            var named = published.named(cells);
            published = published(named);

            assertThat(named.get(0).clusters()).extracting(Cluster::id).doesNotHaveDuplicates();
            assertThat(published(published.named(cells)))
                    .as("seed %d, revision %d", seed, i)
                    .isEqualTo(published);
        }
    }

    private static List<CellDay> cells(Random random) {
        var groups = new TreeMap<Integer, List<Claim>>();
        CLAIMS.forEach(claim -> groups.computeIfAbsent(random.nextInt(9), each -> new ArrayList<>())
                .add(claim));
        return List.of(cell(groups.values().stream().map(KeptIdsTest::cluster).toList()));
    }

    private static List<CellDay> again(String before, String now) {
        return published(divided(before)).named(divided(now));
    }

    /** @param groups claims by their numbers, hexadecimal */
    private static List<CellDay> divided(String groups) {
        return List.of(cell(Arrays.stream(groups.split(" "))
                .map(group -> cluster(group.chars()
                        .mapToObj(digit -> CLAIMS.get(Character.digit(digit, 16)))
                        .toList()))
                .toList()));
    }

    private static EarlierRevision published(List<CellDay> cells) {
        var made = EditionOfDay.of(DESK, DAY, Edition.Status.FINAL, 1, cells, List.of());
        return new EarlierRevision(made.edition(), made.decisions());
    }

    private static CellDay cell(List<Cluster> clusters) {
        return new CellDay("en", DAY, null, 14, 14, 0, 0, Map.of(), Map.of(), clusters, Rules.CURRENT.version());
    }

    private static Cluster cluster(List<Claim> claims) {
        var first = claims.get(0);
        var grounds = claims.stream()
                .skip(1)
                .map(claim -> new Decision.Merge(first.id(), claim.id(), 800, "same idea"))
                .toList();
        return new Cluster(
                first.id(),
                claims.stream().skip(1).map(Claim::id).toList(),
                first,
                first.vector(),
                claims.subList(0, Math.min(3, claims.size())),
                claims.size(),
                claims.size(),
                Map.of("article", claims.size()),
                first.published(),
                first.published(),
                grounds,
                List.of());
    }

    /** By the id that it got: the numbers of its claims. */
    private static Map<String, String> ids(List<CellDay> cells) {
        return cells.get(0).clusters().stream().collect(Collectors.toMap(Cluster::id, KeptIdsTest::numbers));
    }

    private static String numbers(Cluster cluster) {
        var named = Stream.concat(
                        Stream.of(cluster.exemplar().id()),
                        cluster.merged().stream().map(Decision.Merge::b))
                .toList();
        return IntStream.range(0, CLAIMS.size())
                .filter(i -> named.contains(id(i)))
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining());
    }

    private static List<String> former(List<CellDay> cells, String id) {
        return cells.get(0).clusters().stream()
                .filter(cluster -> cluster.id().equals(id))
                .findFirst()
                .orElseThrow()
                .formerIds();
    }

    private static String id(int claim) {
        return CLAIMS.get(claim).id();
    }

    /** Of a cluster whose own id is another's. */
    private static String derived(int claim) {
        return topfive.contract.Ids.sha256("cluster\n" + id(claim)).substring(0, 32);
    }
}
