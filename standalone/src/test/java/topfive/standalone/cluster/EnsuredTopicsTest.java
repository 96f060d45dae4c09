package topfive.standalone.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.EnsureTopics;
import topfive.contract.Topics;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.topic.Broker;

class EnsuredTopicsTest {
    @TempDir
    private Path folder;

    @Test
    void a_topic_that_somebody_else_makes_at_the_same_moment_is_looked_at_as_one_that_was_there() throws Exception {
        try (var embedded = EmbeddedBroker.start(folder, 0)) {
            var broker = new Broker(Map.of("bootstrap.servers", embedded.address()));
            try (var admin = broker.admin()) {
                var theirs = new NewTopic(Topics.INSIGHTS.name(), Optional.of(5), Optional.empty());

                var report = EnsureTopics.on(overtaken(admin, theirs), List.of(Topics.INSIGHTS), true);

                assertThat(report.created()).isEmpty();
                assertThat(report.refused())
                        .singleElement()
                        .asString()
                        .startsWith("topfive.insights.v1 has 5 partitions, expected ");
            }
        }
    }

    /** Whoever asks it to make topics comes a moment too late. */
    private static Admin overtaken(Admin admin, NewTopic theirs) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createTopics")) {
                        admin.createTopics(List.of(theirs)).all().get();
                    }
                    try {
                        return method.invoke(admin, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
