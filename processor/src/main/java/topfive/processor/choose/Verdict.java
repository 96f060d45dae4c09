package topfive.processor.choose;

import java.util.Map;

/**
 * What became of a candidate.
 *
 * @param rank from 1, or null for one that missed
 * @param reason why it missed, or null
 * @param rival the candidate that stood in its way; of a chosen one the nearest of the others; or null
 */
record Verdict(Candidate candidate, Map<String, Integer> parts, Integer rank, String reason, String rival) {
    int score() {
        return Candidate.sum(parts);
    }
}
