package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.merge.Sayings.says;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExemplarTest {
    private static final String ONE = "Rents in Tamarack fell by 7% after the city allowed six homes on a lot.";
    private static final String OTHER =
            "A lease in Tamarack costs 7% less, and rents fell, after six homes were allowed on a lot.";
    private static final String MORE =
            "Tamarack let amateurs in: 340 small builders put up six homes each, on a lot 9 meters wide, and rents fell by 7%.";

    private static Claim exemplar(Claim... voices) {
        var claims = List.of(voices);
        return Exemplar.of(
                claims.stream().map(List::of).toList(),
                Vector.mean(claims.stream().map(Claim::vector).toList()));
    }

    @Test
    void a_detail_that_one_voice_alone_has_does_not_stand_for_all() {
        var claims = List.of(says("a.example", MORE), says("b.example", ONE), says("c.example", OTHER));
        assertThat(exemplar(claims.toArray(Claim[]::new)).insight().claim()).isIn(ONE, OTHER);
    }

    @Test
    void of_one_voice_what_is_nearest_to_its_middle_and_reads_best_stands_for_it() {
        var claims = List.of(says("a.example", ONE), says("a.example", OTHER));
        assertThat(Exemplar.of(List.of(claims), claims.get(1).vector())
                        .insight()
                        .claim())
                .isEqualTo(OTHER);
    }
}
