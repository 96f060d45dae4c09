package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class LettersAtZeroTest {
    @Test
    void a_letter_that_may_come_is_counted_before_it_comes() {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

        LettersAtZero.ofIngest(metrics);
        LettersAtZero.ofProcessor(metrics);

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("topfive_dead_letters_total{")))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.endsWith("} 0.0"))
                .contains(
                        "topfive_dead_letters_total{reason=\"no-text\",stage=\"parse\"} 0.0",
                        "topfive_dead_letters_total{reason=\"not-a-document\",stage=\"read\"} 0.0",
                        "topfive_dead_letters_total{reason=\"schema-unknown\",stage=\"read\"} 0.0");
        assertThat(new Degraded(metrics, () -> java.time.Instant.EPOCH).lines()).isEmpty();
    }
}
