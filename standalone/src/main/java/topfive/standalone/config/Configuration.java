package topfive.standalone.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.ingest.push.Pushing;
import topfive.processor.classify.Taxonomy;
import topfive.processor.merge.Rules;

/**
 * The settings in force.
 *
 * @param grace how long after midnight a day still takes reports
 * @param kafka settings of the Kafka clients, without {@code kafka.}; holds {@code bootstrap.servers} only where it is not empty
 * @param kafkaWait how long a service waits at its start for a cluster that does not answer
 * @param pushing who may push besides the bearer of {@code push.token()}, how often, and where hubs find us
 * @param root relative folders of sources start here: the folder of topfive.yml
 * @param taxonomy what claims are labelled by; empty: ours
 */
public record Configuration(
        ZoneId zone,
        Duration grace,
        Path data,
        int brokerPort,
        Map<String, String> kafka,
        Duration kafkaWait,
        int threads,
        Fetch fetch,
        Speech speech,
        Listener dashboard,
        String publicUrl,
        Listener push,
        Pushing pushing,
        Listener admin,
        List<String> languages,
        List<SourceEntry> sources,
        Rules rules,
        Path root,
        Optional<Taxonomy> taxonomy) {

    public Configuration {
        kafka = Map.copyOf(kafka);
        languages = List.copyOf(languages);
        sources = List.copyOf(sources);
    }

    public record Fetch(List<String> allowPrivate, String contact) {
        public Fetch {
            allowPrivate = List.copyOf(allowPrivate);
        }
    }

    /** @param command the program with its arguments; empty where none is used */
    public record Speech(List<String> command, Duration timeout) {
        public Speech {
            command = List.copyOf(command);
        }
    }

    /** @param token what a request must carry; empty only on loopback */
    public record Listener(String bind, int port, Optional<String> token) {
        @Override
        public String toString() {
            return bind + ":" + port;
        }
    }

    /** The cluster to use; empty where the embedded broker is. */
    public Optional<String> cluster() {
        return Optional.ofNullable(kafka.get("bootstrap.servers"));
    }

    /** Where readers reach the page, without a slash at its end. */
    public String pageAddress() {
        return publicUrl.isEmpty() ? "http://" + dashboard.bind() + ":" + dashboard.port() : publicUrl;
    }

    /** Secrets are among the settings; what may be seen of them, {@link ShowConfiguration} shows. */
    @Override
    public String toString() {
        return "Configuration[data=" + data + "]";
    }

    public Configuration onBroker(int port) {
        return new Configuration(
                zone, grace, data, port, kafka, kafkaWait, threads, fetch, speech, dashboard, publicUrl, push, pushing,
                admin, languages, sources, rules, root, taxonomy);
    }
}
