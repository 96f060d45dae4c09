package topfive.standalone.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.merge.Cell;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Reading;

/** Which insights a cluster is made of; an edition names only what it shows. */
public final class Members {
    private Members() {}

    public record Member(String insightId, String claim) {}

    /** @return by cluster id, the earliest insight first */
    static Map<String, List<Member>> of(List<Reading> readings, EditionOfDay.Desk desk, LocalDate day) {
        var claims = new HashMap<String, String>();
        readings.stream()
                .flatMap(reading -> reading.insights().stream())
                .forEach(insight -> claims.put(insight.id(), insight.claim()));
        var members = new LinkedHashMap<String, List<Member>>();
        clusters(readings, desk, day)
                .forEach(cluster -> members.put(
                        cluster.id(),
                        Stream.concat(Stream.of(cluster.id()), cluster.formerIds().stream())
                                .map(id -> new Member(id, claims.get(id)))
                                .toList()));
        return members;
    }

    private static List<Cluster> clusters(List<Reading> readings, EditionOfDay.Desk desk, LocalDate day) {
        var cells = new TreeMap<String, Cell>();
        readings.forEach(reading -> cells.computeIfAbsent(reading.language(), name -> new Cell(name, desk.rules()))
                .place(reading));
        return cells.values().stream()
                .flatMap(cell -> cell.summary(day, desk.days().closesAt(day)).clusters().stream())
                .toList();
    }
}
