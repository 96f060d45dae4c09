package topfive.processor.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/**
 * Agglomerative clustering by average link (UPGMA): two groups become one while their members are, on average, at least so much alike, and
 * no two of them wholly unlike. Never single link, where one claim between two ideas joins them. The nearest pair first; ties go to the earlier items, so the result
 * depends on the order of the list alone.
 */
public final class AverageLink {
    private AverageLink() {}

    /**
     * @param items in a fixed order
     * @param alike symmetric, higher is nearer
     * @return groups in the order of their first items, items in the order of the list
     */
    public static <T> List<List<T>> groups(List<T> items, ToDoubleBiFunction<T, T> alike, Bond bond) {
        var n = items.size();
        var similarity = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                var near = alike.applyAsDouble(items.get(j), items.get(i));
                // an average with minus infinity stays there
                similarity[i][j] = similarity[j][i] = near < bond.least() ? Float.NEGATIVE_INFINITY : (float) near;
            }
        }
        var members = new ArrayList<List<Integer>>();
        for (int i = 0; i < n; i++) {
            members.add(new ArrayList<>(List.of(i)));
        }
        merge(similarity, members, bond.average());
        return members.stream()
                .filter(Objects::nonNull)
                .map(group -> group.stream().sorted().map(items::get).toList())
                .toList();
    }

    private static void merge(float[][] similarity, List<List<Integer>> members, double threshold) {
        var n = members.size();
        var nearest = new int[n];
        for (int i = 0; i < n; i++) {
            nearest[i] = nearest(i, similarity, members);
        }
        while (true) {
            int a = -1;
            for (int i = 0; i < n; i++) {
                if (members.get(i) != null
                        && nearest[i] >= 0
                        && (a < 0 || similarity[i][nearest[i]] > similarity[a][nearest[a]])) {
                    a = i;
                }
            }
            if (a < 0 || similarity[a][nearest[a]] < threshold) {
                return;
            }
            var into = Math.min(a, nearest[a]);
            var gone = Math.max(a, nearest[a]);
            var before = similarity[into].clone();
            join(into, gone, similarity, members);
            for (int i = 0; i < n; i++) {
                // what was nearest to one of the two and has not come farther from it has not to look again
                var away = nearest[i] == gone || nearest[i] == into && similarity[i][into] < before[i];
                if (members.get(i) != null && (i == into || away)) {
                    nearest[i] = nearest(i, similarity, members);
                } else if (members.get(i) != null
                        && nearest[i] != into
                        && similarity[i][into] > similarity[i][nearest[i]]) {
                    nearest[i] = into;
                }
            }
        }
    }

    private static void join(int into, int gone, float[][] similarity, List<List<Integer>> members) {
        float here = members.get(into).size();
        float there = members.get(gone).size();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) != null && i != into && i != gone) {
                var average = (here * similarity[into][i] + there * similarity[gone][i]) / (here + there);
                similarity[into][i] = similarity[i][into] = average;
            }
        }
        members.get(into).addAll(members.get(gone));
        members.set(gone, null);
    }

    private static int nearest(int i, float[][] similarity, List<List<Integer>> members) {
        int best = -1;
        for (int j = 0; j < members.size(); j++) {
            if (j != i && members.get(j) != null && (best < 0 || similarity[i][j] > similarity[i][best])) {
                best = j;
            }
        }
        return best;
    }
}
