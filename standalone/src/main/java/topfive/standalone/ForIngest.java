package topfive.standalone;

import java.util.List;
import java.util.Optional;
import topfive.ingest.Settings;
import topfive.ingest.Subscription;
import topfive.ingest.speech.SpeechToText;
import topfive.standalone.config.Configuration;

/** Our settings as ingest wants them. */
public final class ForIngest {
    private ForIngest() {}

    /** @param scheduled false where nothing is fetched by itself */
    public static Settings settings(Configuration configuration, boolean scheduled) {
        var push = configuration.push();
        var sources = configuration.sources().stream()
                .map(source -> new Subscription(
                        source.id(),
                        source.name(),
                        source.url(),
                        source.kind(),
                        scheduled ? source.every() : null,
                        source.owner()))
                .toList();
        return checked(configuration, sources, push.bind(), push.port(), push.token());
    }

    /** For these sources, once; beside a service that runs, so the push API gets a free port. */
    public static Settings once(Configuration configuration, List<Subscription> sources) {
        return checked(configuration, sources, "127.0.0.1", 0, Optional.empty());
    }

    private static Settings checked(
            Configuration configuration, List<Subscription> sources, String bind, int port, Optional<String> token) {
        try {
            return new Settings(
                    sources,
                    configuration.fetch().allowPrivate(),
                    configuration.fetch().contact(),
                    configuration.languages(),
                    bind,
                    port,
                    token,
                    configuration.root(),
                    new SpeechToText(
                            configuration.speech().command(),
                            configuration.speech().timeout()));
        } catch (IllegalArgumentException e) {
            throw Refusal.configuration(e.getMessage(), "correct it in topfive.yml");
        }
    }
}
