package topfive.standalone.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Insight;

/**
 * All that is known of a candidate.
 *
 * @param status of the edition it is a candidate of
 * @param decision its score with its parts, its rank or the reason why it missed, and why its reports were taken as one
 * @param insight as it stands among the five; null where it missed
 * @param rival null where there is none
 * @param needed what would have made it one of the five; null for one of them
 * @param members its insights, as far as they are still kept, those of its evidence first
 */
public record Explained(
        LocalDate day,
        Edition.Status status,
        Decision decision,
        Edition.Ranked insight,
        Rival rival,
        String needed,
        List<Member> members) {

    /** @param rank among the five of its day */
    public record Rival(String clusterId, LocalDate day, int rank, String claim, int score) {}

    /** @param quality how good a claim it is, in thousandths, and of what that is made up */
    public record Member(
            String insightId, String claim, String source, String owner, String link, Insight.Quality quality) {
        static Member of(Insight insight) {
            return new Member(
                    insight.id(),
                    insight.claim(),
                    insight.source().name(),
                    insight.source().owner(),
                    insight.link() == null ? insight.url() : insight.link(),
                    insight.quality());
        }
    }

    /** The member whose words stand for all. */
    Optional<Member> exemplar() {
        return members.stream()
                .filter(member -> member.claim().equals(decision.claim()))
                .findFirst();
    }

    /** @param known insights by id */
    static Explained of(Edition edition, Decision decision, Map<String, Rival> rivals, Map<String, Insight> known) {
        var insight = edition.insights().stream()
                .filter(each -> each.clusterId().equals(decision.clusterId()))
                .findFirst()
                .orElse(null);
        return new Explained(
                decision.day(),
                edition.status(),
                decision,
                insight,
                decision.rival() == null ? null : rivals.get(decision.rival()),
                decision.rank() == null ? Needed.by(decision, edition) : null,
                Inquiry.members(decision, insight).stream()
                        .filter(known::containsKey)
                        .map(known::get)
                        .map(Member::of)
                        .toList());
    }
}
