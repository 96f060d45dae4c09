package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.encode.MiniLm;
import topfive.processor.merge.Rules;
import topfive.standalone.topic.CloseDay;
import topfive.standalone.topic.Latest;

/** Three days are published and a fourth is open; then they are read again, and somebody asks why. */
class LookingBackTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-07T12:00:00Z"));
    private static final String RULES = Rules.CURRENT.version();

    @TempDir
    private static Path folder;

    private static MiniLm encoder;
    private static OnBroker on;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void publish() throws Exception {
        encoder = MiniLm.load();
        on = new OnBroker(folder.resolve("data"), ZoneId.of("UTC"), encoder);
        try (var processor = on.processor(folder.resolve("state"), false, NOON)) {
            for (var day = ThreeDays.FIRST; !day.isAfter(ThreeDays.LAST); day = day.plusDays(1)) {
                on.send(ThreeDays.of(day));
                CloseDay.on(on.broker, "all", day, OnBroker.PATIENCE).orElseThrow();
            }
            on.send(ThreeDays.of(ThreeDays.LAST.plusDays(1)));
            await().atMost(OnBroker.PATIENCE)
                    .until(() ->
                            open().map(edition -> edition.counts().documents()).orElse(0) == 3);
            assertThat(processor).isNotNull();
        }
    }

    private static Optional<Edition> open() {
        return Optional.ofNullable(Latest.of(on.broker, Topics.LIVE).get("all/2026-03-07"));
    }

    @AfterAll
    static void close() {
        on.close();
        encoder.close();
    }

    @Test
    void the_days_that_were_published_come_out_again_byte_by_byte() {
        assertThat(topfive("replay", "--from", "2026-03-04", "--to", "2026-03-06"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).isEqualTo("""
                        2026-03-04  identical
                        2026-03-05  identical
                        2026-03-06  identical
                        3 editions replayed: 3 identical.
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_day_alone_is_compared_with_what_was_published_before_it() throws Exception {
        assertThat(topfive("replay", "--from", "2026-03-05", "--to", "2026-03-05", "--json"))
                .isZero();
        var day = Json.MAPPER.readTree(out.toString()).at("/days/0");
        assertThat(day.path("verdict").asText()).isEqualTo("identical");
        assertThat(day.at("/edition/comparedWith/0/day").asText()).isEqualTo("2026-03-04");
        assertThat(day.at("/edition/missed").findValuesAsText("reason")).contains("told-before");
    }

    @Test
    void by_other_rules_it_says_who_comes_who_goes_and_why() throws Exception {
        var rules = rules("floor: 475");

        assertThat(topfive("replay", "--from", "2026-03-04", "--to", "2026-03-05", "--rules", rules))
                .isZero();

        assertThat(out.toString())
                .contains("2026-03-04  differs")
                .containsPattern("  published by rules " + RULES + "; replayed by rules " + RULES + "\\+[0-9a-f]{8}\n")
                .containsPattern("  entered  \\d\\.  \"[^\"]+\"\n    now     \\d+ = corroboration \\d+ .*\n"
                        + "    before  \\d+ = corroboration \\d+ .*; missed because it scored less than the five\n")
                .containsPattern("  left     \\d\\.  \"Fortified roofs .*\n    before  \\d+ = corroboration \\d+ .*\n"
                        + "    now     .*; missed because as a claim it is not good enough for any place\n")
                .endsWith(
                        "2 editions replayed: 0 identical, 1 with the same five, 1 different (1 entered, 1 left, 3 moved).\n");
    }

    @Test
    void by_other_labels_it_says_once_by_which_and_what_is_called_otherwise() throws Exception {
        var taxonomy = Files.writeString(folder.resolve("desk.json"), """
                {"labels": [
                  {"id": "wards", "name": "Wards", "definition": "hospitals: nurses, patients, alarms at the bedside, deaths on the ward"},
                  {"id": "roofs", "name": "Roofs", "definition": "houses: rents, roofs, storm damage, landlords, building homes"}]}
                """).toString();

        assertThat(topfive("replay", "--from", "2026-03-04", "--to", "2026-03-06", "--taxonomy", taxonomy))
                .isZero();

        assertThat(out.toString())
                .containsPattern(
                        "^2026-03-04  the same but for its labels\n"
                                + "  published by labels medtop\\.v2\\+themes\\.v2; replayed by labels desk\\.json@[0-9a-f]{8}\n")
                .containsPattern("  stays    \\d\\.  \"Halden Health .*\n    labels  .* before, Wards \\d+ now\n")
                .containsOnlyOnce("replayed by")
                .doesNotContain("corroboration")
                .endsWith("3 editions replayed: 0 identical, 3 the same but for labels.\n");
    }

    @Test
    void days_without_a_fence_are_named() throws Exception {
        assertThat(topfive("replay", "--from", "2026-03-06", "--to", "2026-03-08"))
                .isZero();
        assertThat(out.toString()).isEqualTo("""
                        2026-03-06  identical
                        2026-03-07 to 2026-03-08  left out: no fence that is kept closes it
                        1 edition replayed: 1 identical.
                        """);
    }

    @Test
    void a_day_that_has_not_begun_is_not_closed() {
        assertThat(topfive("day", "close", "2026-03-08")).isEqualTo(2);
        assertThat(err.toString()).startsWith("topfive: 2026-03-08 has not begun: in UTC it is 2026-03-07\n");
    }

    @Test
    void by_json_the_parts_stand_before_and_after() throws Exception {
        var rules = rules("weights: {corroboration: 300, coverage: 250}");

        assertThat(topfive("replay", "--from", "2026-03-04", "--to", "2026-03-04", "--rules", rules, "--json"))
                .isZero();

        var all = Json.MAPPER.readTree(out.toString());
        assertThat(all.at("/summary/days").asInt()).isEqualTo(1);
        assertThat(all.at("/summary/identical").asInt()).isZero();
        assertThat(all.at("/days/0/replayed/rulesVersion").asText()).startsWith(RULES + "+");
        var first = all.at("/days/0/changes/0");
        assertThat(sum(first.at("/before/scoreParts")))
                .isEqualTo(first.at("/before/score").asInt());
        assertThat(sum(first.at("/after/scoreParts")))
                .isEqualTo(first.at("/after/score").asInt());
        assertThat(first.at("/after/scoreParts/corroboration").asInt())
                .isGreaterThan(first.at("/before/scoreParts/corroboration").asInt());
    }

    @Test
    void nothing_is_written_and_nobody_notices() throws Exception {
        var before = everything();
        topfive("replay", "--from", "2026-03-04", "--to", "2026-03-06", "--rules", rules("floor: 900"));

        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void no_day_to_replay_ends_with_3_and_bad_rules_with_5() throws Exception {
        assertThat(topfive("replay", "--from", "2025-01-01", "--to", "2025-01-02"))
                .isEqualTo(3);
        assertThat(err.toString()).startsWith("topfive: no day from 2025-01-01 to 2025-01-02 has been closed");
        assertThat(topfive("replay", "--from", "2026-03-05", "--to", "2026-03-04"))
                .isEqualTo(2);
        var rules = rules("same-ida: 0.7");
        assertThat(topfive("replay", "--from", "2026-03-04", "--to", "2026-03-04", "--rules", rules))
                .isEqualTo(5);
    }

    @Test
    void one_of_the_five_is_explained_by_its_parts_its_evidence_and_its_nearest_rival() throws Exception {
        var canal = ranked("all/2026-03-04", "Sarrin");

        assertThat(topfive("explain", canal.clusterId().substring(0, 10))).isZero();

        assertThat(out.toString())
                .startsWith("Number " + canal.rank() + " on 2026-03-04\n\"" + canal.claim() + "\"\n\nScore "
                        + canal.score() + " of 1000\n")
                .contains(
                        "  corroboration   " + canal.scoreParts().get("corroboration")
                                + "  how many independent sources say so\n",
                        "\n2 reports, 2 independent sources\n- paper",
                        "\nTaken as one idea",
                        "\nBy rules " + RULES + "+medtop.v2+themes.v2 and encoder " + encoder.id() + "; cluster "
                                + canal.clusterId() + "\n")
                .containsPattern("\\nAs a claim \\d+ of 1000\\n  about .*  whether it says what its text is about\\n"
                        + "(  [a-z]+ +-?\\d+  [a-z].+\\n){5}\\nWhy it ranks")
                .containsPattern("\\nNearest of the other four: number \\d with \\d+, \"")
                .containsPattern("\\n  \\d+ of 1000 alike, same idea\\n    paper\\d: \"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_was_told_before_is_explained_by_the_edition_that_told_it() {
        var again = Latest.of(on.broker, Topics.DAILY).get("all/2026-03-05").missed().stream()
                .filter(missed -> missed.reason().equals("told-before"))
                .findFirst()
                .orElseThrow();

        assertThat(topfive("explain", again.clusterId())).isZero();

        assertThat(out.toString())
                .startsWith("Missed on 2026-03-05\n\"Fortified roofs")
                .containsPattern(
                        "It missed because an earlier edition told it, and it brings no new figure, name or date: "
                                + "number \\d of 2026-03-04 with \\d+, \"Fortified roofs")
                .contains(
                        "It would have needed a figure with its unit, a name or a date that the earlier report does not have.");
    }

    @Test
    void an_open_day_is_explained_as_it_stands_now() throws Exception {
        var first = open().orElseThrow().insights().get(0);

        assertThat(topfive("explain", first.clusterId(), "--json")).isZero();

        assertThat(err.toString()).isEqualTo("2026-03-07 is open: its documents are read again to say why\n");
        var explained = Json.MAPPER.readTree(out.toString());
        assertThat(explained.path("status").asText()).isEqualTo("OPEN");
        assertThat(explained.at("/decision/rank").asInt()).isEqualTo(1);
        assertThat(Json.MAPPER.treeToValue(explained.path("insight"), Edition.Ranked.class))
                .isEqualTo(first);
        assertThat(explained.at("/members/0/quality/score").asInt()).isPositive();
    }

    @Test
    void those_that_missed_are_listed_with_score_reason_and_id() {
        assertThat(topfive("explain", "--missed", "--day", "2026-03-04")).isZero();
        assertThat(out.toString())
                .startsWith("Missed on 2026-03-04\n")
                .containsPattern("\\n  \\d{3}  \".*\"\\n       it scored less than the five; cluster [0-9a-f]{32}\\n");
    }

    @Test
    void a_cluster_that_nobody_knows_ends_with_3_and_one_that_may_be_several_with_2() {
        assertThat(topfive("explain", "nobody")).isEqualTo(3);
        assertThat(topfive("explain", "")).isEqualTo(2);
    }

    private static Edition.Ranked ranked(String edition, String about) {
        return Latest.of(on.broker, Topics.DAILY).get(edition).insights().stream()
                .filter(insight -> insight.claim().contains(about))
                .findFirst()
                .orElseThrow();
    }

    private static int sum(JsonNode parts) {
        var sum = 0;
        for (var part : parts) {
            sum += part.asInt();
        }
        return sum;
    }

    /** End offsets of all partitions, the internal ones too, and the groups with what they committed. */
    private static Map<String, Object> everything() throws Exception {
        var all = new TreeMap<String, Object>();
        try (var admin = on.broker.admin()) {
            var names = admin.listTopics(new org.apache.kafka.clients.admin.ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            var partitions = new ArrayList<TopicPartition>();
            for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
                topic.partitions().forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
            }
            var latest = new java.util.HashMap<TopicPartition, OffsetSpec>();
            partitions.forEach(each -> latest.put(each, OffsetSpec.latest()));
            admin.listOffsets(latest).all().get().forEach((where, at) -> all.put(where.toString(), at.offset()));
            admin.listGroups().all().get().forEach(group -> all.put("group " + group.groupId(), ""));
        }
        return all;
    }

    private static String rules(String text) throws Exception {
        return Files.writeString(folder.resolve("rules.yml"), text).toString();
    }

    private int topfive(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "kafka.bootstrap.servers=" + on.broker.address()));
        return AtTerminal.topfive(folder, NOON, out, err, all.toArray(String[]::new));
    }
}
