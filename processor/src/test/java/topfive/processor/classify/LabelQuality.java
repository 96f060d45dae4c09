package topfive.processor.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import topfive.contract.Label;
import topfive.processor.encode.Encoder;

/** How the classifier's labels of some claims compare with an editor's, on both axes. */
record LabelQuality(String name, Axis topics, Axis themes) {

    /** @param best the label that fits best, said or not */
    record Answer(LabelledClaims.Editor editor, String best, List<String> said) {
        boolean needed() {
            return !editor.must().isEmpty();
        }
    }

    record Axis(List<Answer> answers) {
        /** Of the claims that need a label: the best one is one that the editor gave. */
        double first() {
            return share(
                    answers.stream().filter(Answer::needed).toList(),
                    answer -> answer.editor().must().contains(answer.best()));
        }

        /** Or one that the editor accepts. */
        double firstAccepted() {
            return share(
                    answers.stream().filter(Answer::needed).toList(),
                    answer -> answer.editor().accepts(answer.best()));
        }

        double precision() {
            return (double) sum(
                            a -> a.said().stream().filter(a.editor()::accepts).count())
                    / sum(a -> (long) a.said().size());
        }

        double recall() {
            return (double) sum(a -> a.said().stream()
                            .filter(a.editor().must()::contains)
                            .count())
                    / sum(a -> (long) a.editor().must().size());
        }

        double unclassified() {
            return share(answers, answer -> answer.said().isEmpty());
        }

        double silentWhereNothingIsNeeded() {
            return share(
                    answers.stream().filter(answer -> !answer.needed()).toList(),
                    answer -> answer.said().isEmpty());
        }

        private long sum(Function<Answer, Long> of) {
            return answers.stream().mapToLong(of::apply).sum();
        }

        private static double share(List<Answer> of, Predicate<Answer> what) {
            return (double) of.stream().filter(what).count() / of.size();
        }
    }

    static LabelQuality of(
            LabelledClaims claims, Classifier classifier, Prototypes topics, Prototypes themes, Encoder encoder) {
        var onTopics = new ArrayList<Answer>();
        var onThemes = new ArrayList<Answer>();
        for (var claim : claims.claims()) {
            var vector = encoder.encode(claim.text());
            var said = classifier.classify(claim.text(), vector);
            onTopics.add(answer(claim.topics(), topics, vector, said.topics()));
            onThemes.add(answer(claim.themes(), themes, vector, said.themes()));
        }
        return new LabelQuality(claims.name(), new Axis(onTopics), new Axis(onThemes));
    }

    private static Answer answer(LabelledClaims.Editor editor, Prototypes axis, float[] vector, List<Label> said) {
        return new Answer(
                editor,
                LabelledClaims.brief(axis.best(vector).code()),
                said.stream().map(label -> LabelledClaims.brief(label.code())).toList());
    }

    static String tables(List<LabelQuality> sets) {
        var text = new StringBuilder(
                "| claims | axis | n | first label right | or acceptable | precision | recall | unclassified | silent where nothing is needed |\n|---|---|---|---|---|---|---|---|---|\n");
        for (var set : sets) {
            row(text, set.name(), "topics", set.topics());
            row(text, set.name(), "themes", set.themes());
        }
        confusion(text, "Topics", sets.stream().map(LabelQuality::topics).toList());
        confusion(text, "Themes", sets.stream().map(LabelQuality::themes).toList());
        return text.toString();
    }

    private static void row(StringBuilder text, String name, String axis, Axis is) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f |%n",
                name.replaceAll("claims-|\\.txt", ""),
                axis,
                is.answers().size(),
                is.first(),
                is.firstAccepted(),
                is.precision(),
                is.recall(),
                is.unclassified(),
                is.silentWhereNothingIsNeeded()));
    }

    /** One row for each label that an editor gave, or "-" for none; what was said first instead, with how often it was acceptable. */
    private static void confusion(StringBuilder text, String title, List<Axis> axes) {
        var rows = new TreeMap<String, TreeMap<String, Integer>>();
        var right = new TreeMap<String, Integer>();
        var total = new TreeMap<String, Integer>();
        for (var answer : axes.stream().flatMap(axis -> axis.answers().stream()).toList()) {
            var said = answer.said().isEmpty() ? "-" : answer.said().get(0);
            var gold = answer.needed() ? answer.editor().must() : Set.of("-");
            for (var label : gold) {
                total.merge(label, 1, Integer::sum);
                if (gold.contains(said)) {
                    right.merge(label, 1, Integer::sum);
                } else {
                    rows.computeIfAbsent(label, any -> new TreeMap<>())
                            .merge(said + (answer.editor().may().contains(said) ? "?" : ""), 1, Integer::sum);
                }
            }
        }
        text.append("\n| ")
                .append(title)
                .append(" | n | right | said instead (x? = acceptable, - = nothing) |\n|---|---|---|---|\n");
        total.forEach((label, n) -> text.append("| ")
                .append(label)
                .append(" | ")
                .append(n)
                .append(" | ")
                .append(right.getOrDefault(label, 0))
                .append(" | ")
                .append(instead(rows.getOrDefault(label, new TreeMap<>())))
                .append(" |\n"));
    }

    private static String instead(TreeMap<String, Integer> said) {
        return said.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
