package topfive.standalone.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.standalone.config.SourceEntry;

/**
 * The sources and how they do.
 *
 * @param states by source id; empty where the broker is away, and nothing is known of any
 */
public record Listed(List<SourceEntry> sources, Optional<Map<String, SourceState>> states, Instant now) {
    private static final List<String> HEAD =
            List.of("ID", "KIND", "STATE", "LAST", "NEXT", "EVERY", "DOCS", "LAST NEW", "ADDRESS");

    private static final int DOCS = 6;
    private static final String UNKNOWN = "?";

    /** A table, and under a source that has something to say one more line. */
    public List<String> lines() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        sources.forEach(source -> rows.add(row(source)));
        var widths = widths(rows);
        var lines = new ArrayList<String>();
        for (int at = 0; at < rows.size(); at++) {
            lines.add(line(rows.get(at), widths));
            if (at > 0) {
                detail(sources.get(at - 1)).ifPresent(detail -> lines.add("  " + detail));
            }
        }
        return lines;
    }

    private List<String> row(SourceEntry source) {
        var state = state(source);
        return List.of(
                source.id(),
                source.kind(),
                source.muted() ? "muted" : outcome(state),
                states.isEmpty()
                        ? UNKNOWN
                        : state.map(SourceState::lastFetch).map(this::when).orElse("-"),
                next(source, state),
                Entry.text(interval(source, state)),
                states.isEmpty()
                        ? UNKNOWN
                        : String.valueOf(state.map(SourceState::documents).orElse(0L)),
                states.isEmpty()
                        ? UNKNOWN
                        : state.map(SourceState::lastNew).map(this::when).orElse("-"),
                source.url());
    }

    private String outcome(Optional<SourceState> state) {
        return states.isEmpty() ? UNKNOWN : state.map(SourceState::outcome).orElse("never");
    }

    private String next(SourceEntry source, Optional<SourceState> state) {
        if (source.muted()) {
            return "-";
        }
        return states.isEmpty()
                ? UNKNOWN
                : state.map(SourceState::nextFetch).map(this::when).orElse("-");
    }

    private static Duration interval(SourceEntry source, Optional<SourceState> state) {
        return state.map(SourceState::everySeconds).map(Duration::ofSeconds).orElse(source.every());
    }

    private String when(Instant moment) {
        return Ago.words(moment, now);
    }

    private Optional<SourceState> state(SourceEntry source) {
        return states.map(known -> known.get(source.id()));
    }

    private Optional<String> detail(SourceEntry source) {
        return state(source)
                .map(state -> {
                    var words = new ArrayList<String>();
                    if (state.detail() != null) {
                        words.add(Told.plain(state.detail()));
                    }
                    if (state.failures() > 1) {
                        words.add(state.failures() + " times in a row");
                    }
                    if (state.fetchUrl() != null) {
                        words.add("asked at " + Told.plain(state.fetchUrl()));
                    } else if (state.movedTo() != null) {
                        words.add("says it has moved to " + Told.plain(state.movedTo()));
                    }
                    return String.join("; ", words);
                })
                .filter(words -> !words.isEmpty());
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[HEAD.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        return widths;
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            var blank = " ".repeat(widths[column] - row.get(column).length());
            line.append(column == DOCS ? blank + row.get(column) : row.get(column) + blank)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** One object for each source; {@code state} is null where nothing is known. */
    public ArrayNode json() {
        var all = Json.MAPPER.createArrayNode();
        for (var source : sources) {
            var node = all.addObject();
            node.put("id", source.id());
            node.put("name", source.name());
            node.put("kind", source.kind());
            node.put("url", source.url());
            node.put("owner", source.owner());
            node.put("category", source.category());
            node.put("every", Entry.text(source.every()));
            node.put("muted", source.muted());
            node.set(
                    "state",
                    state(source)
                            .map(Json.MAPPER::<com.fasterxml.jackson.databind.JsonNode>valueToTree)
                            .orElse(null));
        }
        return all;
    }
}
