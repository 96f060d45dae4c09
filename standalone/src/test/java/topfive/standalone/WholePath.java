package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;
import topfive.standalone.topic.CloseDay;
import topfive.standalone.topic.Latest;

/**
 * What the product is for, on whatever broker there is: the sample day is harvested, shows on the page while the day is open, is closed by
 * its fence, and is the same on the page, in the API and on the topics.
 */
final class WholePath {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Map<String, String> settings = new LinkedHashMap<>(
            Map.of("broker.port", "0", "dashboard.port", "0", "ingest.port", "0", "admin.port", "0"));

    WholePath(Path data, Optional<String> cluster) {
        this.data = data;
        settings.put("data", data.toString());
        cluster.ifPresent(address -> settings.put("kafka.bootstrap.servers", address));
    }

    void holds() throws Exception {
        var sample = Path.of(System.getProperty("topfive.root", ".."))
                .resolve("samples")
                .resolve(DAY.toString());
        var layers = Layers.of(Optional.of(sample.resolve("topfive.yml")), Map.of(), settings);
        var configuration = new ReadConfiguration(layers, data, data).read();
        var manner = new Manner(
                InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z")), Optional.of(sample.resolve("web")));
        try (var running = new Running()) {
            var services = Start.services(Start.Which.ALL, configuration, manner, running);
            var page = address(running, "dashboard");
            services.harvestOnce();

            await().atMost(PATIENCE)
                    .until(() -> Jsoup.parse(text(page + "/d/" + DAY))
                                    .select("article")
                                    .size()
                            == Edition.SIZE);
            var live = Latest.of(services.broker(), Topics.LIVE).get("all/" + DAY);
            assertThat(live.status()).isEqualTo(Edition.Status.OPEN);

            var last = CloseDay.on(services.broker(), "all", DAY, PATIENCE).orElseThrow();
            assertThat(last.status()).isEqualTo(Edition.Status.FINAL);
            assertThat(last.insights()).hasSize(Edition.SIZE).allSatisfy(insight -> {
                assertThat(insight.evidence()).isNotEmpty();
                assertThat(insight.why()).isNotBlank();
            });
            await().atMost(PATIENCE)
                    .until(() -> text(page + "/api/v1/days/" + DAY).contains("\"FINAL\""));
            assertThat(Latest.of(services.broker(), Topics.DAILY)).containsOnlyKeys("all/" + DAY);
            assertThat(Latest.of(services.broker(), Topics.DECISIONS).values())
                    .anySatisfy(decision -> assertThat(decision.rank()).isEqualTo(1));
            assertThat(Jsoup.parse(text(page + "/d/" + DAY)).select("article").eachText())
                    .hasSize(Edition.SIZE)
                    .first()
                    .asString()
                    .contains(last.insights().get(0).claim().substring(0, 40));
            await().atMost(PATIENCE).until(() -> text(address(running, "admin")).contains("processor ready"));
        }
    }

    private static String address(Running running, String part) {
        return running.parts().stream()
                .filter(each -> each.name().equals(part))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private String text(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
