package topfive.standalone.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.PastDays;
import topfive.processor.Retold;
import topfive.processor.choose.EarlierRevision;
import topfive.processor.choose.Told;
import topfive.processor.encode.Encoder;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;
import topfive.standalone.topic.ReadTopic;

/**
 * What stands on the topics: FINAL editions by day, and the decisions on their candidates.
 *
 * @param written the editions as they were written
 */
record Published(TreeMap<LocalDate, Edition> editions, Map<LocalDate, String> written, Collection<Decision> decisions) {
    private static final String ALL = "all";
    /** As many as are compared with, and one more for a day that is left out. */
    private static final int BEFORE = 8;

    static Published of(Broker broker) {
        var editions = new TreeMap<LocalDate, Edition>();
        var written = new TreeMap<LocalDate, String>();
        try (var read = ReadTopic.of(broker, Topics.DAILY.name())) {
            read.fromBeginning().toEnd(record -> {
                if (record.value() != null) {
                    var edition = Json.read(record.value(), Edition.class);
                    if (edition.edition().equals(ALL)) {
                        editions.put(edition.day(), edition);
                        written.put(edition.day(), new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
                return true;
            });
        }
        var decisions = Latest.of(broker, Topics.DECISIONS).values().stream()
                .filter(decision -> decision.edition().equals(ALL))
                .toList();
        return new Published(editions, written, decisions);
    }

    Optional<Edition> of(LocalDate day) {
        return Optional.ofNullable(editions.get(day));
    }

    Map<String, Decision> decisions(LocalDate day) {
        return decisions.stream()
                .filter(decision -> decision.day().equals(day))
                .collect(Collectors.toMap(Decision::clusterId, decision -> decision));
    }

    /** Whether this is what was published, byte by byte. */
    boolean isExactly(Edition edition) {
        return new String(Json.bytes(edition), StandardCharsets.UTF_8).equals(written.get(edition.day()));
    }

    /** By day, each with the decisions that are kept. */
    Map<LocalDate, EarlierRevision> revisions() {
        var decided = decisions.stream().collect(Collectors.groupingBy(Decision::day));
        return editions.values().stream()
                .collect(Collectors.toMap(
                        Edition::day,
                        edition -> new EarlierRevision(edition, decided.getOrDefault(edition.day(), List.of()))));
    }

    /** What the days of the range can be compared with where they are not made again. */
    List<Told> told(PastDays.Range range, Encoder encoder) {
        var wanted = new TreeMap<>(editions.subMap(range.from(), true, range.to(), true));
        editions.headMap(range.from(), false).descendingMap().entrySet().stream()
                .limit(BEFORE)
                .forEach(entry -> wanted.put(entry.getKey(), entry.getValue()));
        return wanted.values().stream()
                .map(edition -> Retold.of(edition, encoder))
                .toList();
    }
}
