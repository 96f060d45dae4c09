package topfive.processor.classify;

import java.util.List;
import topfive.contract.Label;

/**
 * What a claim is about, on two axes, best label first.
 *
 * @param topics IPTC Media Topics; empty means unclassified, which is better than a guess
 * @param themes our own themes; empty likewise
 */
public record Classification(List<Label> topics, List<Label> themes) {
    public Classification {
        topics = List.copyOf(topics);
        themes = List.copyOf(themes);
    }
}
