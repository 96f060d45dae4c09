package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import topfive.contract.Json;

/** What is handed to operators names only what there is. */
class OpsTest {
    private static final Path ROOT = Path.of(System.getProperty("topfive.root", ".."));
    private static final Pattern NAME = Pattern.compile("\\btopfive_\\w+");

    @Test
    void each_metric_in_the_dashboard_is_documented() throws IOException {
        var used = new ArrayList<String>();
        for (JsonNode panel : Json.MAPPER
                .readTree(ROOT.resolve("ops/grafana/topfive.json").toFile())
                .path("panels")) {
            panel.path("targets")
                    .forEach(target -> used.addAll(names(target.path("expr").asText())));
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(OneRunTest.table().keySet()).containsAll(used);
    }

    @Test
    void each_alert_fires_at_a_number_on_documented_metrics_and_has_its_place_in_the_runbook() throws IOException {
        var runbook = Files.readString(ROOT.resolve("ops/README.md"));
        var alerts = alerts();
        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(OneRunTest.table().keySet())
                    .containsAll(names(alert.path("expr").asText()));
            assertThat(alert.path("expr").asText()).containsPattern("[<>=]=? [0-9.]+");
            var name = alert.path("alert").asText();
            assertThat(alert.path("annotations").path("runbook").asText())
                    .isEqualTo("ops/README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(runbook).contains("\n### " + name + "\nFires ");
        });
    }

    private static List<JsonNode> alerts() throws IOException {
        try (var in = Files.newBufferedReader(ROOT.resolve("ops/alerts.yml"))) {
            var alerts = new ArrayList<JsonNode>();
            Json.MAPPER
                    .valueToTree(new Yaml().<Object>load(in))
                    .path("groups")
                    .forEach(group -> group.path("rules").forEach(alerts::add));
            return alerts;
        }
    }

    private static List<String> names(String expression) {
        return NAME.matcher(expression).results().map(found -> found.group()).toList();
    }
}
