package topfive.processor.choose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topfive.contract.Edition;
import topfive.processor.merge.Rules;

/**
 * Chooses one after the other: each time the candidate with the best score, of which one part is how much of the day it covers that those
 * chosen before do not (facility location; Lin and Bilmes 2011). Never two forms of one idea, at most two of a source, at most two of a
 * story while another story has a candidate; never filler.
 */
final class Choice {
    private static final int PER_SOURCE = 2;
    private static final int PER_STORY = 2;

    private final Rules rules;
    private final Instant closesAt;
    private final List<Candidate> all;
    private final List<Candidate> chosen = new ArrayList<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();

    private Choice(List<Candidate> all, Rules rules, Instant closesAt) {
        this.all = all;
        this.rules = rules;
        this.closesAt = closesAt;
    }

    /** @return a verdict for every candidate: the chosen by rank, then the others by score */
    static List<Verdict> among(List<Candidate> candidates, Rules rules, Instant closesAt) {
        var choice = new Choice(
                candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList(), rules, closesAt);
        choice.choose();
        choice.nameRivals();
        choice.sayWhyOthersMissed();
        return choice.verdicts.values().stream()
                .sorted(Comparator.<Verdict>comparingInt(
                                verdict -> verdict.rank() == null ? Integer.MAX_VALUE : verdict.rank())
                        .thenComparing(verdict -> -verdict.score())
                        .thenComparing(verdict -> verdict.candidate().id()))
                .toList();
    }

    private void choose() {
        while (chosen.size() < Edition.SIZE) {
            var open = all.stream()
                    .filter(candidate -> obstacle(candidate) == null)
                    .toList();
            var otherStories = open.stream()
                    .filter(candidate -> ofStory(candidate) < PER_STORY)
                    .toList();
            var next = best(otherStories.isEmpty() ? open : otherStories);
            if (next == null) {
                return;
            }
            var parts = parts(next);
            chosen.add(next);
            verdicts.put(next.id(), new Verdict(next, parts, chosen.size(), null, null));
        }
    }

    /** The nearest of the other chosen: how different the five are. */
    private void nameRivals() {
        for (var one : chosen) {
            var others = chosen.stream().filter(other -> other != one).toList();
            verdicts.compute(
                    one.id(), (id, was) -> new Verdict(one, was.parts(), was.rank(), null, nearest(one, others)));
        }
    }

    private static String nearest(Candidate candidate, List<Candidate> among) {
        return among.stream()
                .max(Comparator.<Candidate>comparingDouble(candidate::nearness)
                        .thenComparing(Candidate::id, Comparator.reverseOrder()))
                .map(Candidate::id)
                .orElse(null);
    }

    private void sayWhyOthersMissed() {
        for (var candidate : all) {
            if (!verdicts.containsKey(candidate.id())) {
                var obstacle = obstacle(candidate);
                var why = obstacle != null ? obstacle : crowdedOut(candidate);
                verdicts.put(candidate.id(), new Verdict(candidate, parts(candidate), null, why.reason(), why.rival()));
            }
        }
    }

    private record Obstacle(String reason, String rival) {}

    /** What keeps a candidate out whatever its score, or null. */
    private Obstacle obstacle(Candidate candidate) {
        if (chosen.contains(candidate)) {
            return new Obstacle("chosen", null);
        }
        if (candidate.quality() < rules.floor()) {
            return new Obstacle("below-the-floor", null);
        }
        if (candidate.news().isRepeat()) {
            return new Obstacle("told-before", candidate.news().earlier().clusterId());
        }
        for (var other : chosen) {
            if (candidate.nearness(other) >= rules.notTwice()) {
                return new Obstacle("same-idea", other.id());
            }
        }
        var ofSource = chosen.stream()
                .filter(other -> other.source().equals(candidate.source()))
                .toList();
        return ofSource.size() < PER_SOURCE
                ? null
                : new Obstacle("source-has-two", ofSource.get(0).id());
    }

    private Obstacle crowdedOut(Candidate candidate) {
        var reason = ofStory(candidate) >= PER_STORY ? "story-has-two" : "outscored";
        return new Obstacle(reason, nearest(candidate, chosen));
    }

    private long ofStory(Candidate candidate) {
        return chosen.stream()
                .filter(other -> other.story() == candidate.story())
                .count();
    }

    private Candidate best(List<Candidate> open) {
        return open.stream()
                .max(Comparator.<Candidate>comparingInt(candidate -> Candidate.sum(parts(candidate)))
                        .thenComparing(Candidate::id, Comparator.reverseOrder()))
                .orElse(null);
    }

    private Map<String, Integer> parts(Candidate candidate) {
        return candidate.parts(rules, closesAt, coverage(candidate));
    }

    /** How much nearer the day's voices come to one of the chosen when this one is among them; in thousandths of the most it could be. */
    private int coverage(Candidate candidate) {
        double gain = 0;
        double most = 0;
        for (var other : all) {
            var weight = other.cluster().independent();
            var near = similarity(candidate, other);
            var covered = chosen.stream()
                    .mapToDouble(each -> similarity(each, other))
                    .max()
                    .orElse(0);
            gain += weight * Math.max(0, near - covered);
            most += weight;
        }
        return rules.coverage(most == 0 ? 0 : gain / most, ofStory(candidate) == 0);
    }

    private double similarity(Candidate a, Candidate b) {
        return a == b ? 1 : rules.covers(a.nearness(b));
    }
}
