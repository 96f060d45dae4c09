package topfive.chaos.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import topfive.chaos.Workload;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Json;

class ChatterTest {
    @Test
    void it_is_spread_over_the_days_and_no_document_comes_twice_but_for_what_a_workload_repeats() {
        var sent = Chatter.spread(7, 4_000, 8, 50);

        assertThat(sent).hasSize(4_000);
        var days = new HashSet<String>();
        var quiet = sent.stream()
                .filter(each -> !each.key().startsWith(Workload.POISON))
                .map(each -> Json.read(each.value(), Document.class))
                .filter(Article.class::isInstance)
                .filter(each -> each.title().startsWith("Letter "))
                .toList();
        quiet.forEach(each -> days.add(each.publishedAt()
                .atZone(topfive.chaos.World.ZONE)
                .toLocalDate()
                .toString()));
        assertThat(days)
                .containsExactlyInAnyOrder(
                        "2036-10-24",
                        "2036-10-25",
                        "2036-10-26",
                        "2036-10-27",
                        "2036-10-28",
                        "2036-10-29",
                        "2036-10-30",
                        "2036-10-31");
        assertThat(quiet).hasSize(3_920);
        assertThat(quiet.stream().map(Document::id).distinct()).hasSize(3_920);
    }

    @Test
    void a_letter_is_pushed_with_the_names_that_the_api_reads() {
        assertThat(Chatter.pushed(7, 24, "Hello."))
                .isEqualTo(
                        "{\"source\":\"paper1.example\",\"url\":\"https://paper1.example/7/24\",\"title\":\"Letter 24\","
                                + "\"language\":\"en\",\"contentType\":\"text/plain\",\"content\":\"Hello.\"}");
    }
}
