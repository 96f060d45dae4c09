package topfive.processor.choose;

import java.util.ArrayList;
import java.util.Locale;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Facts;

/** Says in one sentence, made of the score's parts, why a cluster is among the five. The words are ours; the claim's never are. */
final class Why {
    private Why() {}

    static String of(Candidate candidate) {
        var cluster = candidate.cluster();
        var reasons = new ArrayList<String>();
        reasons.add(voices(cluster));
        if (candidate.news().isUpdate()) {
            reasons.add(
                    "told before, new is " + String.join(", ", candidate.news().whatIsNew()));
        } else if (cluster.independent() > 1 && cluster.kinds().size() > 1) {
            reasons.add("in writing and on podcasts");
        }
        var facts = Facts.of(cluster.exemplar().insight().claim());
        if (!facts.figures().isEmpty()) {
            reasons.add("gives figures");
        } else if (!facts.actors().isEmpty()) {
            reasons.add("names who");
        }
        var sentence = String.join("; ", reasons) + ".";
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String voices(Cluster cluster) {
        var independent = cluster.independent();
        if (independent > 1) {
            return number(independent) + " independent sources say so" + reports(cluster);
        }
        return cluster.reports() > 1
                ? cluster.reports() + " reports, but all of one origin"
                : "so far from a single source";
    }

    private static String reports(Cluster cluster) {
        return cluster.reports() > cluster.independent() ? " in " + cluster.reports() + " reports" : "";
    }

    private static String number(int n) {
        var words = new String[] {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
        return n < words.length ? words[n] : Integer.toString(n);
    }
}
