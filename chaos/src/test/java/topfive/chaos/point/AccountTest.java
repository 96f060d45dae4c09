package topfive.chaos.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.chaos.point.Account.Entry;

class AccountTest {
    private static final Account ACCOUNT = new Account(
            List.of(new Entry("a", "1"), new Entry("b", "1"), new Entry("a", "2"), new Entry("b", "1")),
            List.of("i", "j", "i"));

    @Test
    void what_was_answered_and_is_not_in_the_topic_is_lost() {
        assertThat(ACCOUNT.lost(List.of("a", "c", "b", "c"))).containsExactly("c");
    }

    @Test
    void the_same_text_of_the_same_document_twice_is_doubled_and_a_new_text_is_not() {
        assertThat(ACCOUNT.doubled()).containsExactly(new Entry("b", "1"));
    }

    @Test
    void an_insight_that_came_twice_is_doubled() {
        assertThat(ACCOUNT.doubledInsights()).containsExactly("i");
    }
}
