package topfive.standalone.letters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import topfive.contract.Topics;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/**
 * What lies in {@code topfive.dead-letters.v1}, in the order in which it came.
 *
 * @param replayed names of those that were tried again: what came of that is a document, or a letter of its own
 */
public record Letters(List<Letter> all, Set<String> replayed) {
    public Letters {
        all = List.copyOf(all);
        replayed = Set.copyOf(replayed);
    }

    /** @throws topfive.standalone.Refusal where the broker does not answer */
    public static Letters of(Broker broker) {
        var all = new ArrayList<Letter>();
        var replayed = new HashSet<String>();
        try (var read = ReadTopic.of(broker, Topics.DEAD_LETTERS.name())) {
            read.fromBeginning().toEnd(record -> {
                var letter = Letter.of(record);
                if (letter.isNote()) {
                    replayed.add(letter.of().origin());
                } else {
                    all.add(letter);
                }
                return true;
            });
        }
        return new Letters(all, replayed);
    }

    public boolean isReplayed(Letter letter) {
        return replayed.contains(letter.name());
    }

    public List<Letter> waiting() {
        return all.stream().filter(letter -> !isReplayed(letter)).toList();
    }
}
