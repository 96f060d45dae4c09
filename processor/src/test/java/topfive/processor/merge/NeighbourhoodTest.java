package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topfive.processor.encode.LexicalEncoder;

/** What cannot be compared is not there. */
class NeighbourhoodTest {
    private static final String CANAL =
            "The Sarrin canal auctions its slots because drought has cut the number of passages by 28%.";

    private final Neighbourhood near = new Neighbourhood(0.5, Limits.CURRENT, slot -> {});

    @Test
    void a_text_that_uses_up_the_stack_is_not_kept() {
        int first = near.add(List.of(node("a", CANAL)))[0];
        assertThatThrownBy(() -> near.add(List.of(endless()))).isInstanceOf(StackOverflowError.class);
        int next = near.add(List.of(node("b", CANAL)))[0];
        assertThat(slots(first)).containsExactlyInAnyOrder(first, next);
    }

    @Test
    void nor_are_those_that_came_with_it() {
        int first = near.add(List.of(node("a", CANAL)))[0];
        var many = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> node("c" + i, CANAL + " " + i))
                .toList());
        many.add(endless());
        assertThatThrownBy(() -> near.add(many)).isInstanceOf(StackOverflowError.class);
        assertThat(slots(first)).containsExactly(first);
        int next = near.add(List.of(node("b", CANAL)))[0];
        assertThat(slots(first)).containsExactlyInAnyOrder(first, next);
    }

    private List<Integer> slots(int of) {
        var slots = new ArrayList<Integer>();
        near.component(of).forEach(slots::add);
        return slots;
    }

    private static Node node(String id, String text) {
        return Node.of(id, text, new LexicalEncoder());
    }

    private static Node endless() {
        var of = node("endless", CANAL);
        var wording = of.wording();
        var figures = new AbstractMap<String, Set<String>>() {
            @Override
            public Set<Map.Entry<String, Set<String>>> entrySet() {
                throw new StackOverflowError();
            }
        };
        return new Node(
                of.id(),
                of.text(),
                of.vector(),
                of.words(),
                new Wording(wording.stems(), new int[0], wording.names(), figures, wording.denied()));
    }
}
