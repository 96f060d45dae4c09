package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.merge.Sayings.says;

import org.junit.jupiter.api.Test;

class ResemblanceTest {
    private static Resemblance between(String a, String b) {
        return Resemblance.between(Node.of(says("a.example", a)), Node.of(says("b.example", b)));
    }

    @Test
    void it_is_symmetric() {
        var a = "The phone ban raised the results of the weakest pupils by 12%.";
        var b = "By 12% the results of weak pupils rose under the ban on phones.";
        assertThat(between(a, b)).isEqualTo(between(b, a));
    }

    @Test
    void one_text_and_itself_are_a_copy() {
        var a = "The phone ban raised the results of the weakest pupils by 12%.";
        assertThat(between(a, a)).isEqualTo(new Resemblance(1, true, false));
    }

    @Test
    void other_figures_of_one_kind_tell_claims_apart() {
        var same = between("Rents in Tamarack fell by 7% in a year.", "Tenants of the city pay 7% less for a lease.");
        var other = between("Rents in Tamarack fell by 7% in a year.", "Tenants of the city pay 9% less for a lease.");
        assertThat(same.score()).isGreaterThan(other.score());
    }

    @Test
    void who_denies_what_the_other_says_contradicts_it() {
        var says = "The phone ban raised the results of the weakest pupils in Vallmark.";
        var denies = "In Vallmark the phone ban did not raise the results of the weakest pupils.";
        assertThat(between(says, denies).contrary()).isTrue();
        assertThat(between(denies, denies + " Nobody doubts it.").contrary()).isFalse();
    }

    @Test
    void who_sets_one_thing_against_another_denies_nothing() {
        var says = "The layoffs at Calder pay for data centers, which cost more than salaries.";
        var contrast = "The layoffs at Calder are about data centers, not about data centers replacing salaries.";
        assertThat(between(says, contrast).contrary()).isFalse();
        assertThat(between(says, "The layoffs at Calder are not just about salaries, they pay for data centers.")
                        .contrary())
                .isFalse();
    }

    @Test
    void a_claim_may_end_in_its_denial() {
        var says = "Pupils with phones learn less, and those without do not.";
        assertThat(between(says, "Pupils with phones learn less.").score()).isPositive();
    }
}
