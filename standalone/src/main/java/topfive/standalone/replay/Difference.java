package topfive.standalone.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;

/**
 * An edition as published and as replayed.
 *
 * @param published by which revision, rules and encoder; null where nothing was published
 * @param changes of ideas that are among the five on either side, the best first
 * @param otherFields of the edition that differ, by name
 * @param edition as replayed
 */
public record Difference(
        LocalDate day,
        Verdict verdict,
        Made published,
        Made replayed,
        List<Change> changes,
        List<String> otherFields,
        Edition edition) {
    private static final Set<String> SAID_ELSEWHERE = Set.of("insights", "rulesVersion", "encoderId");

    public enum Verdict {
        /** Byte by byte. */
        @JsonProperty("identical")
        IDENTICAL,
        /** Byte by byte, but for what the insights are labelled with, and by what. */
        @JsonProperty("same-but-labels")
        SAME_BUT_LABELS,
        /** The same ideas on the same places; scores, counts or versions differ. */
        @JsonProperty("same-five")
        SAME_FIVE,
        @JsonProperty("differs")
        DIFFERS,
        @JsonProperty("not-published")
        NOT_PUBLISHED
    }

    public record Made(int revision, String zone, String rulesVersion, String encoderId) {
        /** A version of the rules, and what they label by behind it. */
        private static final Pattern VERSION = Pattern.compile("(\\d+(?:\\+[0-9a-f]{8})?)\\+(.+)");

        static Made of(Edition edition) {
            return new Made(edition.revision(), edition.zone(), edition.rulesVersion(), edition.encoderId());
        }

        /** The version without what claims are labelled by. */
        String rules() {
            var parts = VERSION.matcher(rulesVersion);
            return parts.matches() ? parts.group(1) : rulesVersion;
        }

        /** What claims are labelled by; "" where the version does not say. */
        String labels() {
            var parts = VERSION.matcher(rulesVersion);
            return parts.matches() ? parts.group(2) : "";
        }
    }

    static Difference between(Published published, EditionOfDay made) {
        var now = made.edition();
        var was = published.of(now.day()).orElse(null);
        if (was == null) {
            return new Difference(now.day(), Verdict.NOT_PUBLISHED, null, Made.of(now), List.of(), List.of(), now);
        }
        var earlier = new HashMap<String, String>();
        published.editions().headMap(now.day()).values().stream()
                .flatMap(edition -> edition.insights().stream())
                .forEach(insight -> earlier.put(insight.clusterId(), insight.claim()));
        var before = Side.of(was, published.decisions(was.day()), earlier);
        var after = Side.of(
                now,
                made.decisions().stream().collect(Collectors.toMap(Decision::clusterId, decision -> decision)),
                earlier);
        var changes = changes(before, after);
        return new Difference(
                now.day(),
                verdict(published, was, now, changes),
                Made.of(was),
                Made.of(now),
                changes,
                otherFields(Json.MAPPER.valueToTree(was), Json.MAPPER.valueToTree(now)),
                now);
    }

    private static Verdict verdict(Published published, Edition was, Edition now, List<Change> changes) {
        if (published.isExactly(now)) {
            return Verdict.IDENTICAL;
        }
        if (withoutLabels(was).equals(withoutLabels(now))) {
            return Verdict.SAME_BUT_LABELS;
        }
        var inPlace = changes.stream().allMatch(change -> change.kind() == Change.Kind.STAYED);
        return inPlace ? Verdict.SAME_FIVE : Verdict.DIFFERS;
    }

    private static JsonNode withoutLabels(Edition edition) {
        ObjectNode tree = Json.MAPPER.valueToTree(edition);
        tree.put("rulesVersion", Made.of(edition).rules());
        tree.withArray("insights").forEach(insight -> ((ObjectNode) insight).remove(List.of("topics", "themes")));
        return tree;
    }

    private static List<Change> changes(Side before, Side after) {
        var left = new ArrayList<>(before.edition().insights());
        var changes = new ArrayList<Change>();
        for (var now : after.edition().insights()) {
            var ids = Side.ids(now);
            var was = left.stream()
                    .filter(each -> !Collections.disjoint(Side.ids(each), ids))
                    // the same id first: two ideas of one side may be one on the other
                    .min(Comparator.comparing(
                                    (Edition.Ranked each) -> !each.clusterId().equals(now.clusterId()))
                            .thenComparing(Edition.Ranked::rank));
            was.ifPresent(left::remove);
            changes.add(was.map(each -> new Change(
                            each.rank() == now.rank() ? Change.Kind.STAYED : Change.Kind.MOVED,
                            before.standing(each),
                            after.standing(now)))
                    .orElseGet(() -> new Change(Change.Kind.ENTERED, before.ofCandidate(now), after.standing(now))));
        }
        left.forEach(was -> changes.add(new Change(Change.Kind.LEFT, before.standing(was), after.ofCandidate(was))));
        return changes;
    }

    private static List<String> otherFields(JsonNode was, JsonNode now) {
        var names = new LinkedHashSet<String>();
        now.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !SAID_ELSEWHERE.contains(name))
                .filter(name -> !was.path(name).equals(now.path(name)))
                .toList();
    }
}
