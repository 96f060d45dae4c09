package topfive.chaos.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Figures FIGURES = new Figures(List.of(
            "# HELP jvm_memory_used_bytes The amount of used memory",
            "jvm_memory_used_bytes{area=\"heap\",id=\"Eden Space\"} 1.5E7",
            "jvm_memory_used_bytes{area=\"heap\",id=\"Tenured Gen\"} 5000000.0",
            "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"} 9.0E7",
            "jvm_memory_used_bytes_max 4.0",
            "topfive_dropped_records 0.0"));

    @Test
    void all_series_of_a_name_are_added() {
        assertThat(FIGURES.sum("jvm_memory_used_bytes", "area=\"heap\"")).isEqualTo(20_000_000);
        assertThat(FIGURES.sum("jvm_memory_used_bytes", "")).isEqualTo(110_000_000);
        assertThat(FIGURES.sum("topfive_dropped_records", "")).isZero();
    }

    @Test
    void what_is_not_there_is_not_zero() {
        assertThat(FIGURES.sum("topfive_dropped", "")).isNaN();
    }
}
