package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.topic.Latest;

/** A closed day is made again by other rules, while the processor goes on with its days. */
class RebuildTest {
    private static final String FIRST = "2026-03-04";
    private static final String KEY = "all/" + FIRST;

    @TempDir
    private Path folder;

    @Test
    void a_day_by_other_rules_is_one_new_revision_and_nothing_else_changes() throws Exception {
        try (var days = new Published(folder, 3)) {
            var first = days.finals(ThreeDays.FIRST);
            var before = days.everything();
            assertThat(days.topfive("day", "rebuild", FIRST)).as("%s", days.err).isZero();
            assertThat(days.out).hasToString(FIRST + " unchanged: FINAL, revision 1, 5 insights\n");
            assertThat(days.everything()).isEqualTo(before);

            var rules = "rules=" + days.rules("floor: 475");
            assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules, "--dry-run"))
                    .isZero();
            var dry = days.out.toString();
            assertThat(days.topfive("replay", "--from", FIRST, "--to", FIRST, "--set", rules))
                    .isZero();
            assertThat(days.out).hasToString(dry);
            assertThat(dry)
                    .startsWith(FIRST + "  differs\n  published by rules ")
                    .endsWith("1 edition replayed: 0 identical, 1 different (1 entered, 1 left, 3 moved).\n");
            assertThat(days.everything()).isEqualTo(before);

            var decidedBefore = Latest.of(days.on.broker, Topics.DECISIONS);
            var later = List.of(days.finals(ThreeDays.FIRST.plusDays(1)), days.finals(ThreeDays.LAST));
            assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules)).isZero();
            assertThat(days.out.toString())
                    .startsWith(FIRST + "  differs\n")
                    .endsWith(FIRST + " rebuilt: FINAL, revision 2, 5 insights\n");
            assertThat(days.err.toString()).isEmpty();

            var revisions = days.finals(ThreeDays.FIRST);
            assertThat(revisions).hasSize(2).startsWith(first.get(0));
            var made = Json.read(revisions.get(1), Edition.class);
            var was = Json.read(first.get(0), Edition.class);
            assertThat(made.revision()).isEqualTo(2);
            assertThat(made.status()).isEqualTo(Edition.Status.FINAL);
            assertThat(made.updatedAt()).isEqualTo("2026-03-08T12:00:00Z");
            assertThat(made.closesAt()).isEqualTo(was.closesAt());
            assertThat(made.rulesVersion()).isNotEqualTo(was.rulesVersion());
            assertThat(days.values(Topics.LIVE, KEY)).endsWith(revisions.get(1));
            keptTheirIds(was, made);
            decided(days, decidedBefore.keySet(), made);
            saysItself(days.on.records(Topics.DAILY), "/topfive/processor", "2026-03-08T12:00:00Z");

            var written = days.everything();
            assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules)).isZero();
            assertThat(days.out).hasToString(FIRST + " unchanged: FINAL, revision 2, 5 insights\n");
            assertThat(days.everything()).isEqualTo(written);
            assertThat(List.of(days.finals(ThreeDays.FIRST.plusDays(1)), days.finals(ThreeDays.LAST)))
                    .isEqualTo(later);

            assertThat(days.topfive("top", FIRST)).isZero();
            assertThat(days.out.toString())
                    .startsWith("The five of " + FIRST + "  FINAL, revision 2 of 2026-03-08T12:00:00Z, 8 documents");
            assertThat(days.topfive("explain", made.insights().get(0).clusterId()))
                    .isZero();
            assertThat(days.out.toString()).startsWith("Number 1 on " + FIRST);

            // what is still open goes on being compared with what was told
            var next = days.close(ThreeDays.LAST.plusDays(1));
            assertThat(next.revision()).isEqualTo(1);
            assertThat(next.insights()).hasSize(3);
            assertThat(next.comparedWith())
                    .extracting(Edition.Compared::revision)
                    .containsExactly(1, 1, 1);
            assertThat(days.finals(ThreeDays.FIRST)).isEqualTo(revisions);

            // and a later day that is rebuilt is compared with what stands
            assertThat(days.topfive("day", "rebuild", "2026-03-05")).isZero();
            assertThat(days.newest(ThreeDays.FIRST.plusDays(1)).comparedWith())
                    .containsExactly(new Edition.Compared(ThreeDays.FIRST, 2));
            assertThat(days.finals(ThreeDays.LAST)).isEqualTo(later.get(1));
        }
    }

    /** Of those that both editions name. */
    private static void keptTheirIds(Edition was, Edition made) {
        var ids = new HashSet<String>();
        was.insights().forEach(insight -> ids.add(insight.clusterId()));
        was.missed().forEach(missed -> ids.add(missed.clusterId()));
        assertThat(made.insights()).extracting(Edition.Ranked::clusterId).allMatch(ids::contains);
        assertThat(made.insights())
                .filteredOn(insight -> insight.claim().contains("Sarrin"))
                .extracting(Edition.Ranked::clusterId)
                .isEqualTo(was.insights().stream()
                        .filter(insight -> insight.claim().contains("Sarrin"))
                        .map(Edition.Ranked::clusterId)
                        .toList());
    }

    /** Decisions on what is gone are taken back, all others name the rules of the new revision. */
    private static void decided(Published days, Set<String> before, Edition made) {
        var now = Latest.of(days.on.broker, Topics.DECISIONS).values().stream()
                .filter(decision -> decision.day().equals(made.day()))
                .toList();
        assertThat(now).extracting(Decision::rulesVersion).containsOnly(made.rulesVersion());
        assertThat(now).hasSize(made.counts().candidates());
        var gone = before.stream()
                .filter(key -> key.startsWith(KEY))
                .filter(key -> now.stream().noneMatch(decision -> decision.key().equals(key)))
                .collect(Collectors.toSet());
        gone.forEach(key -> assertThat(days.values(Topics.DECISIONS, key)).endsWith(""));
    }

    private static void saysItself(List<ConsumerRecord<byte[], byte[]>> records, String from, String at) {
        var headers = records.get(records.size() - 1).headers();
        assertThat(text(headers.lastHeader("ce_source").value())).isEqualTo(from);
        assertThat(text(headers.lastHeader("ce_type").value())).isEqualTo("topfive.daily.v1");
        assertThat(text(headers.lastHeader("ce_time").value())).isEqualTo(at);
        assertThat(text(headers.lastHeader("ce_id").value())).matches(KEY + "@[0-9a-f]{16}");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void rules_that_unite_what_was_apart_take_back_the_decisions_on_what_is_gone() throws Exception {
        try (var days = new Published(folder, 1)) {
            var before = Latest.of(days.on.broker, Topics.DECISIONS).keySet();
            var was = days.newest(ThreeDays.FIRST);
            var rules = "rules=" + days.rules("same-idea: 0.2\nother-idea: 0.1");

            assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules))
                    .as("%s", days.err)
                    .isZero();

            var made = days.newest(ThreeDays.FIRST);
            assertThat(made.counts().candidates()).isLessThan(was.counts().candidates());
            var now = Latest.of(days.on.broker, Topics.DECISIONS).keySet();
            assertThat(before).containsAll(now);
            var gone = new HashSet<>(before);
            gone.removeAll(now);
            assertThat(gone).hasSize(was.counts().candidates() - made.counts().candidates());
            gone.forEach(key ->
                    assertThat(days.values(Topics.DECISIONS, key)).hasSize(2).endsWith(""));
            // a link to one that is gone leads to the cluster that it is in now
            assertThat(made.insights().stream()
                            .flatMap(insight -> insight.formerIds().stream())
                            .toList())
                    .containsAnyElementsOf(gone.stream()
                            .map(key -> key.substring(KEY.length() + 1))
                            .toList());
            assertThat(days.topfive("day", "rebuild", FIRST, "--set", rules)).isZero();
            assertThat(days.out.toString()).startsWith(FIRST + " unchanged: FINAL, revision 2");

            // and back: the ids are those of the first revision
            assertThat(days.topfive("day", "rebuild", FIRST)).isZero();
            assertThat(days.newest(ThreeDays.FIRST).insights())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("formerIds")
                    .isEqualTo(was.insights());
        }
    }

    @Test
    void what_cannot_be_rebuilt_is_said_in_one_line_and_nothing_is_written() throws Exception {
        try (var days = new Published(folder, 1)) {
            days.on.send(ThreeDays.of(ThreeDays.FIRST.plusDays(1)));
            org.awaitility.Awaitility.await()
                    .atMost(OnBroker.PATIENCE)
                    .until(() -> open(days).map(edition -> edition.counts().documents()), Optional.of(4)::equals);
            var rules = "rules=" + days.rules("floor: 475");
            refuses(days, 1, "2026-03-05 is open: it has no FINAL edition yet", "day", "rebuild", "2026-03-05");
            refuses(days, 1, "there is no FINAL edition of 2026-03-01 to rebuild", "day", "rebuild", "2026-03-01");
            refuses(days, 2, "2027-03-05 has not begun: in UTC it is 2026-03-08", "day", "rebuild", "2027-03-05");
            refuses(
                    days,
                    5,
                    FIRST + " was made in zone UTC and the zone is Europe/Berlin now: it is another day there",
                    "day",
                    "rebuild",
                    FIRST,
                    "--set",
                    "zone=Europe/Berlin");

            forgetFirstDocument(days);
            refuses(
                    days,
                    1,
                    FIRST
                            + " cannot be rebuilt: that takes all documents since 2026-02-23, and older ones than those of ",
                    "day",
                    "rebuild",
                    FIRST,
                    "--set",
                    rules);
            assertThat(days.finals(ThreeDays.FIRST)).hasSize(1);
        }
    }

    private static Optional<Edition> open(Published days) {
        return Optional.ofNullable(Latest.of(days.on.broker, Topics.LIVE).get("all/2026-03-05"));
    }

    private static void forgetFirstDocument(Published days) throws Exception {
        var first = days.on.records(Topics.DOCUMENTS).get(0);
        var where = new TopicPartition(first.topic(), first.partition());
        try (var admin = days.on.broker.admin()) {
            admin.deleteRecords(java.util.Map.of(where, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
    }

    private static void refuses(Published days, int status, String line, String... arguments) throws Exception {
        var before = days.everything();
        assertThat(days.topfive(arguments)).as("%s", days.err).isEqualTo(status);
        assertThat(days.err.toString()).startsWith("topfive: " + line).contains("\n  to do: ");
        assertThat(days.err.toString().lines()).hasSize(2);
        assertThat(days.out.toString()).isEmpty();
        assertThat(days.everything()).isEqualTo(before);
    }
}
