package topfive.standalone.topic;

import java.util.stream.Collectors;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.standalone.Refusal;

/** {@code live} means {@code topfive.live.v1}. */
public final class NameOfTopic {
    private NameOfTopic() {}

    public static String full(String name) {
        return Topics.ALL.stream()
                .map(Topic::name)
                .filter(topic -> topic.equals(name) || shorter(topic).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(
                        "there is no topic " + name,
                        "one of "
                                + Topics.ALL.stream()
                                        .map(topic -> shorter(topic.name()))
                                        .collect(Collectors.joining(", "))));
    }

    private static String shorter(String topic) {
        return topic.replace("topfive.", "").replaceFirst("\\.v\\d+$", "");
    }
}
