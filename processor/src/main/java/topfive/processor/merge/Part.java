package topfive.processor.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is clustered together, and its clusters. It remembers how much alike its texts are, because a part that grows by one text has to be
 * clustered anew and would compare all pairs again.
 */
final class Part {
    private final List<Copies> texts;
    private final float[][] alike;
    private final List<Idea> ideas;

    private Part(List<Copies> texts, float[][] alike, Bond bond) {
        this.texts = texts;
        this.alike = alike;
        this.ideas = groups(bond).map(Idea::of).toList();
    }

    /** @param texts the earliest first; from here on they belong to this part */
    static Part of(List<Copies> texts, Bond bond, Limits limits) {
        // even the strictest ties do not cut what is larger: it is copied from each other
        var part = new Part(texts, texts.size() > limits.together() ? null : alike(texts), bond);
        var idea = new HashMap<Copies, Idea>();
        part.ideas.forEach(each -> each.texts().forEach(text -> idea.put(text, each)));
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).nowIn(part, i, idea.get(texts.get(i)));
        }
        return part;
    }

    private static float[][] alike(List<Copies> texts) {
        var alike = new float[texts.size()][];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = new float[i];
            for (int j = 0; j < i; j++) {
                alike[i][j] = alike(texts.get(i), texts.get(j));
            }
        }
        return alike;
    }

    private static float alike(Copies a, Copies b) {
        var before = a.part();
        return before != null && before == b.part() && before.alike != null
                ? before.alike(a.number(), b.number())
                : (float) Resemblance.score(a.node(), b.node());
    }

    private float alike(int a, int b) {
        return alike[Math.max(a, b)][Math.min(a, b)];
    }

    private Stream<List<Copies>> groups(Bond bond) {
        if (alike == null || texts.size() == 1) {
            return Stream.of(texts);
        }
        var copied = copied();
        return AverageLink.groups(List.copyOf(copied.keySet()), this::alike, bond).stream()
                .map(group -> group.stream()
                        .flatMap(number -> copied.get(number).stream())
                        .map(texts::get)
                        .toList());
    }

    /** A text that fifty sites carry, each a little altered, has no more weight than one that nobody copies: the earliest stands for all. */
    private Map<Integer, List<Integer>> copied() {
        var left = new TreeSet<>(IntStream.range(0, texts.size()).boxed().toList());
        var copied = new TreeMap<Integer, List<Integer>>();
        while (!left.isEmpty()) {
            var all = new ArrayList<>(List.of(left.pollFirst()));
            for (int i = 0; i < all.size(); i++) {
                int number = all.get(i);
                left.stream().filter(other -> isCopy(number, other)).forEach(all::add);
                left.removeAll(all);
            }
            copied.put(all.get(0), all);
        }
        return copied;
    }

    private boolean isCopy(int a, int b) {
        return alike(a, b) >= 1
                && Resemblance.between(texts.get(a).node(), texts.get(b).node()).copy();
    }

    List<Copies> texts() {
        return texts;
    }

    List<Cluster> clusters() {
        return ideas.stream().map(Idea::cluster).toList();
    }
}
