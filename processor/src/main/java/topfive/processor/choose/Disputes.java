package topfive.processor.choose;

import java.util.List;

/** Which clusters contradict each other: near in meaning, but one denies what the other says. Linked, never merged. */
final class Disputes {
    private Disputes() {}

    static List<String> of(Candidate candidate, List<Candidate> all) {
        return all.stream()
                .filter(other -> !other.id().equals(candidate.id()))
                .filter(candidate::contradicts)
                .map(Candidate::id)
                .sorted()
                .limit(3)
                .toList();
    }
}
